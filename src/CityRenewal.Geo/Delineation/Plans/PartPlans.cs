namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The plans that a plan of a unit holds in it: any area may be left out that has no locked parcel. They are what the choice
/// over the units exchanges when land or money runs out.
/// </summary>
internal sealed class PartPlans(SearchProblem problem, GlobalLimits limits, int unit)
{
    private const int MostTriedOut = 4;

    /// <summary>The whole plan and its parts: all of them where there are few areas, else the best by worth and by row.</summary>
    public IEnumerable<UnitPlan> Of(UnitPlan whole, bool hasFixed)
    {
        if (hasFixed)
        {
            yield return whole;
            yield break;
        }

        var worth = new PartWorth(problem, unit);
        var parts = whole.Areas
            .Select(area => (Area: area, Worth: worth.Of(area), Takes: limits.Takes([area]), IsLocked: area.Any(node => problem.Nodes.LockedIn[node])))
            .ToList();
        var free = parts.Where(part => !part.IsLocked).ToList();

        // What areas cost together (spacing, a common remainder) stays with every part.
        var together = whole.Value - parts.Sum(part => part.Worth);
        UnitPlan Without(IReadOnlyCollection<int[]> dropped)
        {
            var kept = parts.Where(part => !dropped.Contains(part.Area)).ToList();
            return new UnitPlan(
                [.. kept.Select(part => part.Area)],
                kept.Count == 0 ? 0 : kept.Sum(part => part.Worth) + together,
                [.. Enumerable.Range(0, limits.Count).Select(row => kept.Sum(part => part.Takes[row]))]);
        }

        if (free.Count <= MostTriedOut)
        {
            for (var mask = 0; mask < 1 << free.Count; mask++)
            {
                yield return Without([.. free.Where((_, at) => (mask >> at & 1) == 1).Select(part => part.Area)]);
            }

            yield break;
        }

        for (var row = -1; row < limits.Count; row++)
        {
            var byWorth = free.OrderBy(part => row < 0 ? part.Worth : part.Worth / Math.Max(1, part.Takes[row])).ToList();
            for (var dropped = 0; dropped <= free.Count; dropped++)
            {
                yield return Without([.. byWorth.Take(dropped).Select(part => part.Area)]);
            }
        }
    }
}
