namespace CityRenewal.Geo.Delineation;

/// <summary>What a search knows of every unit: the plans found in it and what it can be worth.</summary>
internal sealed class UnitStates
{
    private readonly SearchProblem _problem;
    private readonly GlobalLimits _limits;
    private readonly List<UnitPlan>[] _plans;
    private readonly bool[] _hasLocked;
    private readonly bool[] _hasFixed;

    public UnitStates(SearchProblem problem, GlobalLimits limits, IReadOnlyList<IReadOnlyList<int[]>> @fixed)
    {
        (_problem, _limits) = (problem, limits);
        var nodes = problem.Nodes;
        _plans = [.. Enumerable.Range(0, nodes.ProblemCount).Select(_ => new List<UnitPlan>())];
        _hasLocked = new bool[nodes.ProblemCount];
        _hasFixed = [.. @fixed.Select(areas => areas.Count > 0)];
        AtMost = new double[nodes.ProblemCount];
        for (var unit = 0; unit < nodes.ProblemCount; unit++)
        {
            _hasLocked[unit] = @fixed[unit].Count > 0;
            if (_hasLocked[unit])
            {
                _plans[unit].Add(new PartWorth(problem, unit).PlanOf(@fixed[unit], limits));
            }

            long sum = 0;
            for (var node = nodes.ProblemStart[unit]; node < nodes.ProblemStart[unit + 1]; node++)
            {
                sum += Math.Max(0, problem.Benefits[node]);
                sum += problem.Floors.IsNone || nodes.IsStreet(node) ? 0 : (long)problem.Floors.Most(node);
                _hasLocked[unit] |= nodes.LockedIn[node];
            }

            AtMost[unit] = sum * SearchLimits.BenefitUnit;
        }
    }

    /// <summary>What the land in need of each unit is worth without any price: a bound before any search.</summary>
    public double[] AtMost { get; }

    /// <summary>The best plan of a unit; null where none is known.</summary>
    public UnitPlan? BestOf(int unit) => _plans[unit].MaxBy(plan => plan.Value);

    /// <summary>Whether something has to be in an area of a unit.</summary>
    public bool HasLocked(int unit) => _hasLocked[unit];

    /// <summary>What the best plan of a unit is worth at prices of the whole plan, m²; where nothing has to be in, none at all is worth 0.</summary>
    public double WorthOf(int unit, PlanPrices prices)
    {
        var best = _hasLocked[unit] ? double.NegativeInfinity : 0;
        foreach (var plan in _plans[unit])
        {
            best = Math.Max(best, plan.Value - CostOf(plan, prices));
        }

        return double.IsFinite(best) ? best : 0;
    }

    private static double CostOf(UnitPlan plan, PlanPrices prices)
    {
        var parts = prices.PerArea * plan.Areas.Count;
        for (var row = 0; row < prices.PerUnit.Length; row++)
        {
            foreach (var node in prices.PerUnit[row] == 0 ? [] : plan.Areas.SelectMany(area => area))
            {
                parts += Math.BigMul(prices.PerUnit[row], prices.Rows.Slack(row, node));
            }
        }

        return (double)(parts >> PriceScale.Bits) * SearchLimits.BenefitUnit;
    }

    /// <summary>Whether an area of a unit stays as it is, whatever limits it breaks.</summary>
    public bool HasFixed(int unit) => _hasFixed[unit];

    /// <summary>Whether areas that keep the smallest area hold all that is locked in in a unit.</summary>
    public bool HoldsLocked(int unit)
    {
        if (!_hasLocked[unit])
        {
            return true;
        }

        var nodes = _problem.Nodes;
        var held = (BestOf(unit)?.Areas ?? [])
            .Where(area => area.Sum(node => nodes.IsStreet(node) ? 0 : nodes.TwiceArea[node]) >= _problem.Limits.LeastTwiceArea)
            .SelectMany(area => area).ToHashSet();
        return Enumerable.Range(nodes.ProblemStart[unit], nodes.StreetStart[unit] - nodes.ProblemStart[unit])
            .All(node => !nodes.LockedIn[node] || held.Contains(node));
    }

    /// <summary>The plans that a visit on land at some prices gives; nothing but its input decides them.</summary>
    public IReadOnlyList<UnitPlan> PlansOf(int unit, UnitResult found, long[] benefits, bool hasFixed)
    {
        if (_limits.Count == 0)
        {
            return [new UnitPlan(found.Areas, found.Value, []) { Broken = found.Broken }];
        }

        if (_problem.Nodes.StreetStart[unit] - _problem.Nodes.ProblemStart[unit] is > 0 and <= AllUnitPlans.MostNodes && !hasFixed)
        {
            return AllUnitPlans.Of(_problem, _limits, unit);
        }

        long priced = 0;
        foreach (var node in found.Areas.SelectMany(area => area))
        {
            priced += benefits[node] - _problem.Benefits[node];
        }

        var whole = new UnitPlan(found.Areas, found.Value - (priced * SearchLimits.BenefitUnit), _limits.Takes(found.Areas));
        return
        [
            .. new PartPlans(_problem, _limits, unit).Of(whole, hasFixed),
            .. hasFixed || found.Areas.Count == 0 ? [] : new PeeledPlans(_problem, _limits, unit).Of(whole),
        ];
    }

    /// <summary>Takes in the plans of a visit; without limits over the plan only the best is kept.</summary>
    public void Add(int unit, IReadOnlyList<UnitPlan> plans)
    {
        foreach (var plan in plans)
        {
            if (_limits.Count == 0)
            {
                var isKept = BestOf(unit) is { } best && (best.Broken < plan.Broken || (best.Broken == plan.Broken && best.Value >= plan.Value));
                _plans[unit] = isKept ? _plans[unit] : [plan];
            }
            else if (!_plans[unit].Exists(known => known.Value == plan.Value && known.Takes.AsSpan().SequenceEqual(plan.Takes)))
            {
                _plans[unit].Add(plan);
            }
        }
    }

    /// <summary>The plans to choose from; a unit where nothing must be in an area may always stay empty.</summary>
    public IReadOnlyList<IReadOnlyList<UnitPlan>> Choices() =>
        [.. _plans.Select((plans, unit) => plans.Count == 0 || !_hasLocked[unit] ? [Empty, .. plans] : (IReadOnlyList<UnitPlan>)plans)];

    private UnitPlan Empty => new([], 0, new long[_limits.Count]);
}
