using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Plans;

/// <summary>
/// Small units side by side with limits over all of them, small enough to try every plan. A unit is a block of rows of letters; a
/// letter is a parcel of its own unit.
/// </summary>
internal sealed record SmallCity(string[][] Blocks, int[] Worth, double Price, int Least, int Most)
{
    private const long TwiceCell = 2L * 200_000 * 200_000;

    /// <summary>What each parcel takes of a budget, repeated over the parcels; empty for none.</summary>
    public int[] Takes { get; init; } = [];

    /// <summary>What the plan may take in all.</summary>
    public int Budget { get; init; }

    /// <summary>What a unit too much costs; infinite where the budget is hard.</summary>
    public double BudgetPrice { get; init; } = double.PositiveInfinity;

    public int FewestAreas { get; init; }

    public int MostAreas { get; init; } = int.MaxValue;

    /// <summary>What each area too many, or missing, costs; infinite where the number is hard.</summary>
    public double CountPrice { get; init; } = double.PositiveInfinity;

    public override string ToString() =>
        $"{string.Join(" / ", Blocks.Select(block => string.Join('|', block)))} worth {string.Join(',', Worth)} price {Price} limits {Least}-{Most} "
        + $"takes {string.Join(',', Takes)} of {Budget} at {BudgetPrice}, {FewestAreas}-{MostAreas} areas at {CountPrice}";

    public SearchProblem Problem()
    {
        var (rows, units) = Drawn();
        var land = new LatticeLand(rows);
        var nodes = land.Nodes(units: units);
        long[] Over(int[] values, long scale) =>
            [.. Enumerable.Range(0, nodes.Count).Select(node => nodes.IsStreet(node) ? 0 : values[nodes.Parcels[nodes.ParcelStart[node]] % values.Length] * scale)];
        return new SearchProblem(
            nodes,
            Over(Worth, 1_000_000),
            new SearchLimits(Price * nodes.MetresPerUnit, Least * TwiceCell, Most * TwiceCell, 7)
            {
                FewestAreas = FewestAreas, MostAreas = MostAreas, FewestAreasPrice = CountPrice, MostAreasPrice = CountPrice,
            },
            NodeRows.None)
        {
            Membership = null!,
            PlanRows = Takes.Length == 0 ? PlanRows.None : new PlanRows(["budget"], [Over(Takes, 1_000_000)], [Budget * 1_000_000L], [BudgetPrice]),
        };
    }

    /// <summary>What areas are worth with the price of a budget that they break; null where they break a hard limit.</summary>
    public double? WorthOf(SearchProblem problem, IReadOnlyList<int[]> areas)
    {
        var limits = new GlobalLimits(problem);
        var taken = limits.Takes(areas);
        var isBroken = Enumerable.Range(0, limits.Count).Any(row => limits.IsHard(row) && taken[row] > limits.Limit(row));
        return isBroken ? null : areas.Sum(area => ValueOf(problem, area)) - ExactChoice.Penalty(limits, taken);
    }

    /// <summary>The best of all plans: every choice of one plan per unit out of all that the unit allows.</summary>
    public double? BestByTryingAll(SearchProblem problem)
    {
        var limits = new GlobalLimits(problem);
        var sums = new Dictionary<string, (double Value, long[] Taken)> { [""] = (0, new long[limits.Count]) };
        for (var unit = 0; unit < problem.Nodes.ProblemCount; unit++)
        {
            var next = new Dictionary<string, (double Value, long[] Taken)>();
            foreach (var (value, taken) in sums.Values)
            {
                foreach (var plan in AllPlansOf(problem, unit, limits))
                {
                    long[] sum = [.. taken.Select((one, row) => one + plan.Taken[row])];
                    var key = string.Join(',', sum);
                    if (!next.TryGetValue(key, out var known) || known.Value < value + plan.Value)
                    {
                        next[key] = (value + plan.Value, sum);
                    }
                }
            }

            sums = next;
        }

        return sums.Values
            .Where(plan => Enumerable.Range(0, limits.Count).All(row => !limits.IsHard(row) || plan.Taken[row] <= limits.Limit(row)))
            .Select(plan => (double?)(plan.Value - ExactChoice.Penalty(limits, plan.Taken))).Max();
    }

    private List<(double Value, long[] Taken)> AllPlansOf(SearchProblem problem, int unit, GlobalLimits limits)
    {
        var land = new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, unit);
        var checkedUnit = new SmallUnit([], Worth, Price, Least, Most);
        var feasible = Enumerable.Range(1, (1 << land.ParcelCount) - 1).Where(mask => checkedUnit.IsFeasible(land, mask)).ToList();
        var plans = new List<(double Value, long[] Taken)> { (0, new long[limits.Count]) };
        void Extend(int used, int from, List<int[]> areas)
        {
            for (var at = from; at < feasible.Count; at++)
            {
                if ((feasible[at] & used) == 0)
                {
                    int[] area = [.. Enumerable.Range(0, land.ParcelCount).Where(node => (feasible[at] >> node & 1) == 1).Select(land.CityNode)];
                    areas.Add(area);
                    plans.Add((areas.Sum(each => ValueOf(problem, each)), limits.Takes(areas)));
                    Extend(used | feasible[at], at + 1, areas);
                    areas.RemoveAt(areas.Count - 1);
                }
            }
        }

        Extend(0, 0, []);
        return [.. plans.GroupBy(plan => string.Join(',', plan.Taken)).Select(same => same.MaxBy(plan => plan.Value))];
    }

    private static double ValueOf(SearchProblem problem, int[] area)
    {
        var at = Enumerable.Range(0, problem.Nodes.ProblemCount).First(unit => area[0] < problem.Nodes.ProblemStart[unit + 1]);
        return new PartWorth(problem, at).Of(area);
    }

    /// <summary>The blocks under each other, with an empty row between and letters of their own.</summary>
    private (string[] Rows, int[] Units) Drawn()
    {
        var rows = new List<string>();
        var units = new List<int>();
        var width = Blocks.Max(block => block.Max(row => row.Length));
        for (var unit = 0; unit < Blocks.Length; unit++)
        {
            var first = units.Count;
            var letters = Blocks[unit].SelectMany(row => row).Where(char.IsLetter).Distinct().Order().ToList();
            char Sign(char sign) => !char.IsLetter(sign) ? sign : first + letters.IndexOf(sign) is var at && at < 26 ? (char)('A' + at) : (char)('a' + at - 26);
            rows.AddRange(Blocks[unit].Select(row => new string([.. row.PadRight(width).Select(Sign)])));
            rows.Add(new string(' ', width));
            units.AddRange(letters.Select(_ => unit));
        }

        return ([.. rows], [.. units]);
    }
}
