using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Chooses among the found areas of all units what keeps to the limits of the plan: spacing, budgets, number of areas. Areas
/// with a locked parcel come first; then what is worth most for what it takes. Hard limits are kept whatever is lost, soft
/// ones where their price is more than what an area is worth.
/// </summary>
internal sealed class PlanRepair(SearchProblem problem)
{
    private readonly List<Candidate> _kept = [];

    /// <summary>The outcome with the areas that the plan can hold.</summary>
    public SearchOutcome Of(SearchOutcome outcome)
    {
        var rows = problem.PlanRows;

        // Sums and numbers of areas were chosen for by the search; what remains is what areas of different units do to each other.
        if (problem.Nodes.NearStart.Length == 0 && problem.Nodes.PairPrices.Length == 0)
        {
            return outcome;
        }

        var candidates = outcome.Areas.Select((area, index) => new Candidate(
            index, area, AreaWorth.Of(problem, area), area.Any(node => problem.Nodes.LockedIn[node]), [.. Enumerable.Range(0, rows.Count).Select(row => area.Sum(node => rows.Slack(row, node)))]));
        foreach (var candidate in candidates.OrderByDescending(one => one.IsLocked).ThenByDescending(WorthForWhatItTakes).ThenBy(one => one.Index))
        {
            if (Fits(candidate) && (candidate.IsLocked || candidate.Worth - PriceOfAdding(candidate) > 0))
            {
                _kept.Add(candidate);
            }
        }

        var chosen = _kept.Select(one => one.Index).Order().ToList();
        return outcome with { Areas = [.. chosen.Select(index => outcome.Areas[index])], Units = [.. chosen.Select(index => outcome.Units[index])] };
    }

    private double WorthForWhatItTakes(Candidate candidate)
    {
        double share = 0;
        for (var row = 0; row < problem.PlanRows.Count; row++)
        {
            share = Math.Max(share, candidate.Takes[row] / Math.Max(1.0, problem.PlanRows.Limit(row)));
        }

        return share > 0 ? candidate.Worth / share : candidate.Worth;
    }

    private bool Fits(Candidate candidate)
    {
        var (limits, rows) = (problem.Limits, problem.PlanRows);
        for (var row = 0; row < rows.Count; row++)
        {
            if (double.IsInfinity(rows.SoftPrice(row)) && _kept.Sum(one => one.Takes[row]) + candidate.Takes[row] > rows.Limit(row))
            {
                return false;
            }
        }

        return (_kept.Count < limits.MostAreas || double.IsFinite(limits.MostAreasPrice))
            && (double.IsFinite(limits.SpacingPrice) || TooNear(candidate) == 0);
    }

    private double PriceOfAdding(Candidate candidate)
    {
        var (limits, rows) = (problem.Limits, problem.PlanRows);
        var price = (_kept.Count >= limits.MostAreas && double.IsFinite(limits.MostAreasPrice) ? limits.MostAreasPrice : 0)
            + (double.IsFinite(limits.SpacingPrice) ? limits.SpacingPrice * TooNear(candidate) : 0);
        for (var row = 0; row < rows.Count; row++)
        {
            if (double.IsFinite(rows.SoftPrice(row)))
            {
                var before = _kept.Sum(one => one.Takes[row]) - rows.Limit(row);
                var tooMuch = Math.Max(0, before + candidate.Takes[row]) - Math.Max(0, before);
                price += rows.SoftPrice(row) * tooMuch * RuleRow.Unit;
            }
        }

        return price;
    }

    /// <summary>Number of kept areas that are nearer to a candidate than the spacing.</summary>
    private int TooNear(Candidate candidate)
    {
        var near = new HashSet<int>();
        foreach (var node in candidate.Nodes)
        {
            near.UnionWith(problem.Nodes.NearTo(node).ToArray());
        }

        return near.Count == 0 ? 0 : _kept.Count(one => one.Nodes.Any(near.Contains));
    }

    private sealed record Candidate(int Index, int[] Nodes, double Worth, bool IsLocked, long[] Takes);
}
