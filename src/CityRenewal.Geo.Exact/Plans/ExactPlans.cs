using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// The best plan of whole units, several areas at once, by branch and price: areas are chosen among those known, in shares; their
/// prices say which area would be worth more than it costs; where none is, the shares bound the plan. Shares that are no plan branch.
/// </summary>
internal sealed class ExactPlans : IDisposable
{
    // What an area has to be worth more than it costs, m²: counted once for every area that a unit could hold.
    private const double Gap = 0.001;

    private const int Steps = 250;
    private const int MostClimbs = 80;
    private const int Starts = 24;

    private readonly IReadOnlyList<AreaLand> _areas;
    private readonly PlanRows _plan;
    private readonly AreaMaster _master;
    private readonly AreaPricing[] _pricing;
    private readonly CancellationToken _stop;
    private IReadOnlyList<AreaColumn>? _best;
    private double _value = double.NegativeInfinity;

    private ExactPlans(IReadOnlyList<UnitLand> units, PlanRows plan, int nodes, CancellationToken stop)
    {
        (_plan, _stop) = (plan, stop);
        _areas = [.. units.Select((unit, place) => new AreaLand(unit, place, plan))];
        _master = new AreaMaster(_areas, plan);
        _pricing = [.. _areas.Select(area => new AreaPricing(area, Gap, nodes))];
    }

    /// <summary>How near bound and plan have to be, m².</summary>
    public static double Tolerance(double value) => 0.1 + (double.IsFinite(value) ? 1e-6 * Math.Abs(value) : 0);

    /// <summary>Solves units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="plan">What all their areas together keep.</param>
    /// <param name="nodes">Most branching nodes of a model.</param>
    /// <param name="stop">Ends the work early, with what is proven by then.</param>
    public static ExactPlan Solve(IReadOnlyList<UnitLand> units, PlanRows plan, int nodes, CancellationToken stop)
    {
        using var solver = new ExactPlans(units, plan, nodes, stop);
        return solver.Run();
    }

    public void Dispose()
    {
        _master.Dispose();
        Array.ForEach(_pricing, pricing => pricing.Dispose());
    }

    private ExactPlan Run()
    {
        var open = new PriorityQueue<Branch, double>();
        open.Enqueue(new Branch(double.PositiveInfinity, []), double.NegativeInfinity);
        var (branches, root, ended) = (0, double.PositiveInfinity, double.NegativeInfinity);
        while (open.TryPeek(out var branch, out _) && !_stop.IsCancellationRequested && branch.Bound > _value + Tolerance(_value))
        {
            open.Dequeue();
            branches++;
            var (bound, answer) = Solve(branch);
            bound = Math.Min(bound, branch.Bound);
            root = branches == 1 ? bound : root;
            if (bound <= _value + Tolerance(_value))
            {
                continue;
            }

            if (answer is null || Fractional(answer) is not { } split)
            {
                ended = Math.Max(ended, bound);
                continue;
            }

            open.Enqueue(branch.With(bound, split with { Together = true }), -bound);
            open.Enqueue(branch.With(bound, split with { Together = false }), -bound);
        }

        var left = open.TryPeek(out var leading, out _) ? leading.Bound : double.NegativeInfinity;
        return new ExactPlan(_best, _value, Math.Max(Math.Max(left, ended), _value))
        {
            Root = root, Work = (branches, _master.Areas.Count(), _pricing.Sum(pricing => pricing.Models)),
        };
    }

    /// <summary>Prices areas until none is worth more than it costs; the bound of the branch and its shares.</summary>
    private (double Bound, MasterAnswer? Shares) Solve(Branch branch)
    {
        _master.Ask(branch);
        Array.ForEach(_pricing, pricing => pricing.Ask(branch));
        var bound = double.PositiveInfinity;
        var shares = _master.Shares();
        var climbs = 0;
        for (var round = 0; !_stop.IsCancellationRequested; round++)
        {
            if (climbs++ < MostClimbs && Climb(branch, shares) is var climbed && climbed > 0)
            {
                shares = _master.Shares();
                continue;
            }

            climbs = 0;
            var (added, excess) = (0, 0d);
            foreach (var area in _areas.Where(area => area.Nodes.Length > 0))
            {
                var worth = Worth(area, shares, branch);
                var (found, most) = _pricing[area.Place].Best(worth, Gap, _stop);
                excess += area.MostAreas * Math.Max(0, most);
                added += found.Count(column => _master.Add(column));
            }

            bound = Math.Min(bound, Constant(shares) + excess);
            if (added == 0 || bound <= _value + Tolerance(_value))
            {
                break;
            }

            shares = _master.Shares();
        }

        Keep(_master.Whole());
        return (bound, _stop.IsCancellationRequested ? null : shares);
    }

    private void Keep(IReadOnlyList<AreaColumn>? plan)
    {
        if (plan is not null && plan.Sum(area => area.Value) > _value)
        {
            (_best, _value) = (plan, plan.Sum(area => area.Value));
        }
    }

    /// <summary>What the prices themselves come to: Σ of nodes and rows over the plan.</summary>
    private static double Constant(MasterAnswer shares, PlanRows plan) =>
        shares.Prices.Sum(prices => prices.Sum()) + Enumerable.Range(0, plan.Count).Sum(row => shares.PlanPrices[row] * plan.Limit(row));

    private double Constant(MasterAnswer shares) => Constant(shares, _plan);

    private static double Reduced(AreaColumn column, MasterAnswer shares) =>
        column.Value - column.Nodes.Sum(node => shares.Prices[column.Unit][node]) - column.Takes.Select((take, row) => take * shares.PlanPrices[row]).Sum();

    private double[] Worth(AreaLand area, MasterAnswer shares, Branch branch)
    {
        var worth = new double[area.Land.ParcelCount];
        Array.Fill(worth, double.NegativeInfinity);
        foreach (var node in area.Nodes.Where(node => !branch.IsOut(area.Place, node)))
        {
            worth[node] = area.Worth(node) - shares.Prices[area.Place][node]
                - Enumerable.Range(0, _plan.Count).Sum(row => shares.PlanPrices[row] * area.Take(row, node));
        }

        return worth;
    }

    /// <summary>Areas from what leads at the prices; how many are new.</summary>
    private int Climb(Branch branch, MasterAnswer shares)
    {
        var added = 0;
        foreach (var area in _areas.Where(area => area.Nodes.Length > 0))
        {
            var worth = Worth(area, shares, branch);
            var climb = new AreaClimb(area, worth);
            var starts = _master.Areas.Where(column => column.Unit == area.Place && branch.Allows(column))
                .OrderByDescending(column => Reduced(column, shares)).Take(Starts).Select(column => column.Nodes)
                .Concat(area.Nodes.Where(node => !double.IsNegativeInfinity(worth[node])).OrderByDescending(node => worth[node]).Take(Starts).Select(node => new[] { node }))
                .Concat(area.Nodes.Where(area.Land.IsLockedIn).Select(node => new[] { node })).ToList();
            foreach (var start in starts)
            {
                foreach (var found in climb.From(start, Steps, Gap).TakeLast(3))
                {
                    if (area.Area(found) is { } column && branch.Allows(column) && Reduced(column, shares) > Gap && _master.Add(column))
                    {
                        added++;
                    }
                }
            }
        }

        return added;
    }

    /// <summary>A node or pair that the shares hold in part.</summary>
    private static (int Unit, int One, int Other, bool Together)? Fractional(MasterAnswer shares)
    {
        var sums = new Dictionary<(int Unit, int One, int Other), double>();
        foreach (var (area, share) in shares.Shares.Where(one => one.Share < 1 - 1e-6))
        {
            for (var at = 0; at < area.Nodes.Length; at++)
            {
                for (var to = at; to < area.Nodes.Length; to++)
                {
                    var pair = (area.Unit, area.Nodes[at], area.Nodes[to]);
                    sums[pair] = sums.GetValueOrDefault(pair) + share;
                }
            }
        }

        var split = sums.Where(sum => sum.Value is > 1e-4 and < 1 - 1e-4)
            .OrderBy(sum => sum.Key.One == sum.Key.Other ? 0 : 1).ThenBy(sum => Math.Abs(sum.Value - 0.5)).ThenBy(sum => sum.Key).ToList();
        return split.Count == 0 ? null : (split[0].Key.Unit, split[0].Key.One, split[0].Key.Other, false);
    }
}
