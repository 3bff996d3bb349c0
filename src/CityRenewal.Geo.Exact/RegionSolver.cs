namespace CityRenewal.Geo.Exact;

/// <summary>
/// The best area of a region: the model without contiguity is solved, rows are added wherever the answer falls into parts,
/// and again, until the answer is one piece of land that keeps every limit in whole numbers. Each model bounds the region.
/// </summary>
internal static class RegionSolver
{
    /// <summary>Most branching nodes of a solve: work, not time, so that the same region has the same answer.</summary>
    public const int MostNodes = 4_000;

    private const int MostRounds = 120;
    private const int PairsOfParts = 3;

    /// <summary>Solves a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="known">An area of it that keeps the limits; empty where none is known.</param>
    /// <param name="nodes">Most branching nodes of each model.</param>
    /// <param name="cancel">Asked between models.</param>
    public static RegionResult Solve(Region region, IReadOnlyCollection<int> known, int nodes = MostNodes, CancellationToken cancel = default)
    {
        using var model = new RegionModel(region);
        var (check, separators) = (new RegionCheck(region.Land), new Separators(region));
        IReadOnlyList<int> best = check.ValueOf(known) is null ? [] : [.. known.Order()];
        var value = best.Count > 0 ? check.ValueOf(best)!.Value : double.NegativeInfinity;
        var bound = double.PositiveInfinity;
        var (cuts, searched) = (0, 0L);
        for (var round = 1; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var answer = model.Solve(best, nodes);
            searched += answer.Nodes;
            bound = Math.Min(bound, answer.Bound - (double.IsNegativeInfinity(answer.Bound) ? 0 : region.Land.Limits.Opening));
            if (answer.Values is not { } values)
            {
                return Result(isProven: answer.IsOptimal, round);
            }

            var chosen = model.ChosenIn(values);
            if (check.ValueOf(chosen) is { } found)
            {
                (best, value) = found > value ? (chosen, found) : (best, value);
                return Result(answer.IsOptimal, round);
            }

            cuts += Ask(model, check, separators, chosen);
            if (!answer.IsOptimal || round == MostRounds)
            {
                return Result(isProven: false, round);
            }
        }

        RegionResult Result(bool isProven, int rounds) => new(best, value, Math.Max(bound, value), isProven)
        {
            Rounds = rounds, Cuts = cuts, Searched = searched,
        };
    }

    /// <summary>Adds rows that cut off a choice which is no area; returns how many.</summary>
    private static int Ask(RegionModel model, RegionCheck check, Separators separators, List<int> chosen)
    {
        var parts = check.PartsOf(chosen);
        if (parts.Count == 1)
        {
            return check.TooLong(chosen) is { } twice ? AskForShape(model, twice, chosen) : Forbid(model, chosen);
        }

        var cuts = 0;
        var roots = Best(check, parts[0]);
        foreach (var part in parts.Skip(1))
        {
            foreach (var node in Best(check, part))
            {
                model.Connect(node, roots[0], separators.Between(part, roots[0]));
                cuts++;
            }

            foreach (var root in roots)
            {
                model.Connect(root, part[0], separators.Between(parts[0], part[0]));
                cuts++;
            }
        }

        return cuts;
    }

    private static int AskForShape(RegionModel model, long twice, List<int> chosen)
    {
        model.AskForCompactness(twice);
        return 1 + Forbid(model, chosen);
    }

    private static int Forbid(RegionModel model, List<int> chosen)
    {
        model.Forbid(chosen);
        return 1;
    }

    /// <summary>The nodes of a part that the objective wants most: the likeliest to come back.</summary>
    private static List<int> Best(RegionCheck check, List<int> part) =>
        [.. part.OrderByDescending(check.BenefitOf).ThenBy(node => node).Take(PairsOfParts)];
}
