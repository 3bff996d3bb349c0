using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Finds what binds the areas of an explained plan. For one thread.</summary>
public sealed class AreaBinding
{
    private readonly PlanReasons _reasons;
    private readonly OutlineStops _stops;

    /// <summary>Prepares to look at the areas of a plan.</summary>
    public AreaBinding(PlanReasons reasons)
    {
        _reasons = reasons;
        _stops = new OutlineStops(reasons.Problem, reasons.AreaOfParcel);
    }

    /// <summary>All areas, in their order.</summary>
    public IReadOnlyList<AreaReasons> All() => [.. Enumerable.Range(0, _reasons.Areas.Count).Select(Of)];

    /// <summary>What binds an area.</summary>
    /// <param name="area">Its place in the plan.</param>
    public AreaReasons Of(int area)
    {
        var unit = _reasons.UnitOfArea(area);
        var nodes = _reasons.NodesOf(unit);
        var judge = _reasons.JudgeOf(unit);
        var best = BestFlips(area, unit, nodes, judge);
        var limits = States(area, unit.Land.Limits).Concat(OfRequest(unit, area))
            .Select(state => best.TryGetValue(state.Limit, out var flip) ? state with { Best = flip } : state);
        return new AreaReasons(_reasons.Areas[area].Id, [.. limits], _stops.Of(area, unit, judge));
    }

    /// <summary>Per limit the flip that would gain most per unit among those that it alone forbids.</summary>
    private Dictionary<string, RelaxedFlip> BestFlips(int area, UnitFlips unit, NodeReasons nodes, FlipJudge judge)
    {
        var best = new Dictionary<string, RelaxedFlip>();
        var changes = new LimitChanges(_reasons, unit);
        for (var node = 0; node < unit.Land.ParcelCount; node++)
        {
            var isMember = unit.AreaOf(node) == area;
            if (!isMember && (unit.AreaOf(node) != UnitFlips.None || !Meets(unit, node, area)))
            {
                continue;
            }

            var flip = isMember ? judge.Leaving(node, nodes.IsCut(node)) : judge.Joining(node, area);
            if (flip.Gains && !flip.IsAllowed && TheOneBroken(changes.Of(node, flip, parts: 2)) is { } limit)
            {
                var place = unit.Land.CityNode(node);
                var found = new RelaxedFlip(
                    unit.Land.Nodes.Parcels[unit.Land.Nodes.ParcelStart[place]], flip.Gain, Math.Abs(limit.After - limit.Bound));
                if (!best.TryGetValue(limit.Limit, out var sofar) || found.GainPerUnit > sofar.GainPerUnit)
                {
                    best[limit.Limit] = found;
                }
            }
        }

        return best;
    }

    private static LimitChange? TheOneBroken(IReadOnlyList<LimitChange> limits)
    {
        var broken = limits.Where(limit => limit.IsBroken).Take(2).ToList();
        return broken.Count == 1 ? broken[0] : null;
    }

    private static bool Meets(UnitFlips unit, int node, int area)
    {
        foreach (var link in unit.Land.LinksOf(node))
        {
            if (unit.AreaOf(link.Other) == area)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<LimitState> OfRequest(UnitFlips unit, int area) =>
        from effect in _reasons.Request?.StatesOf(unit, area) ?? []
        let isLeast = effect.Limit == "fewest_areas"
        select new LimitState(
            effect.Limit, AreaLimitTitles.Of(effect.Limit), effect.Before, effect.Bound,
            isLeast ? effect.Before - effect.Bound : effect.Bound - effect.Before, AreaLimitTitles.UnitOf(effect.Limit))
        {
            IsSoft = effect.IsSoft,
        };

    private IEnumerable<LimitState> States(int area, SearchLimits limits)
    {
        var (sums, plane) = (_reasons.SumsOf(area), _reasons.City.Plane);
        var net = plane.SquareMetresOfTwice(sums.Land.TwiceArea);
        if (limits.LeastTwiceArea > 0)
        {
            var least = plane.SquareMetresOfTwice(limits.LeastTwiceArea);
            yield return new LimitState("smallest_area", AreaLimitTitles.Smallest, net, least, net - least, "m²");
        }

        if (limits.MostTwiceArea < LimitChanges.LargestLimit)
        {
            var most = plane.SquareMetresOfTwice(limits.MostTwiceArea);
            yield return new LimitState("largest_area", AreaLimitTitles.Largest, net, most, most - net, "m²");
        }

        if (limits.LeastPolsbyPopper > 0)
        {
            var shape = FlipJudge.PolsbyPopper(sums.Land);
            yield return new LimitState(
                "polsby_popper", AreaLimitTitles.Shape, shape, limits.LeastPolsbyPopper, shape - limits.LeastPolsbyPopper, "1")
            {
                IsSoft = double.IsFinite(limits.PolsbyPopperPrice),
            };
        }

        for (var row = 0; row < sums.Rows.Length; row++)
        {
            var limit = RowTitles.Of(_reasons.Problem, row, sums.Rows[row], sums.Rows[row]);
            yield return new LimitState(limit.Limit, limit.Title, limit.Before, limit.Bound, limit.Bound - limit.Before, limit.Unit)
            {
                Citation = limit.Citation,
                IsSoft = !double.IsPositiveInfinity(_reasons.Problem.Rows.SoftPrice(row)),
            };
        }
    }
}
