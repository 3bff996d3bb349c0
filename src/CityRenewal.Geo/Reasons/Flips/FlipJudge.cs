using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>
/// What flips of a unit's nodes are worth, and which limits they would break. Without the limits of the request only what the
/// sums of one area decide is looked at.
/// </summary>
internal sealed class FlipJudge(UnitFlips unit, IReadOnlyList<AreaSums> sums, FlipLimits? request = null)
{
    private readonly UnitLand _land = unit.Land;
    private readonly SearchLimits _limits = unit.Land.Limits;
    private readonly NodeRows _rows = unit.Land.Rows;

    /// <summary>A free node taken into an area.</summary>
    public Flip Joining(int node, int area)
    {
        var change = unit.Joining(node, area);
        var (row, penalty) = Rows(node, area, sign: 1);
        return With(new FlipAsked(unit, node, area, FlipWay.Joins), new Flip(
            area, change, change.Value(_limits) - penalty - ShapePrice(area, change), Meets(node, area) | Sizes(area, change) | (row >= 0 ? FlipBreaks.Rule : 0), row));
    }

    /// <summary>A member taken out of its area; the area of a single node ends with it.</summary>
    /// <param name="node">The member.</param>
    /// <param name="isCut">Whether its area falls apart without it.</param>
    public Flip Leaving(int node, bool isCut)
    {
        var area = unit.AreaOf(node);
        var change = unit.Leaving(node);
        var (row, penalty) = Rows(node, area, sign: -1);
        var isLast = sums[area].Members == 1;
        var value = change.Value(_limits) - penalty - (isLast ? -ShapePriceOf(sums[area].Land) : ShapePrice(area, change));
        var locked = _land.IsLockedIn(node) ? FlipBreaks.Lock : FlipBreaks.None;
        if (isLast)
        {
            return With(new FlipAsked(unit, node, area, FlipWay.Ends), new Flip(area, change, value + _limits.Opening, locked, -1));
        }

        var breaks = locked | (isCut ? FlipBreaks.Contiguity : 0) | Sizes(area, change) | (row >= 0 ? FlipBreaks.Rule : 0);
        return With(new FlipAsked(unit, node, area, FlipWay.Leaves), new Flip(area, change, value, breaks, row));
    }

    /// <summary>A free node as an area by itself.</summary>
    public Flip Alone(int node)
    {
        var change = new FlipChange(_land.Benefits.Span[node], _land.Perimeter(node), _land.TwiceArea(node), 0);
        var small = change.TwiceArea < _limits.LeastTwiceArea ? FlipBreaks.SmallestArea : FlipBreaks.None;
        var large = change.TwiceArea > _limits.MostTwiceArea ? FlipBreaks.LargestArea : FlipBreaks.None;
        var (row, penalty) = Rows(node, UnitFlips.None, sign: 1);
        return With(new FlipAsked(unit, node, UnitFlips.None, FlipWay.Begins), new Flip(
            UnitFlips.None, change, change.Value(_limits) - penalty - _limits.Opening - ShapePriceOf(change), small | large | (row >= 0 ? FlipBreaks.Rule : 0), row));
    }

    private Flip With(in FlipAsked asked, Flip flip)
    {
        if (request is null)
        {
            return flip;
        }

        var cost = FlipCost.Of(request.EffectsOf(asked));
        return flip with { Gain = flip.Gain - cost.Price, Breaks = flip.Breaks | cost.Breaks, Dearest = cost.Dearest };
    }

    private double ShapePrice(int area, FlipChange change) => ShapePriceOf(After(sums[area].Land, change)) - ShapePriceOf(sums[area].Land);

    /// <summary>What compactness that is missing costs at its price, m².</summary>
    private double ShapePriceOf(FlipChange land) => _limits.LeastPolsbyPopper > 0 && double.IsFinite(_limits.PolsbyPopperPrice)
        ? _limits.PolsbyPopperPrice * 100 * Math.Max(0, _limits.LeastPolsbyPopper - PolsbyPopper(land))
        : 0;

    /// <summary>4πA ÷ P² of an area, its streets in A; 0 where it has no outline.</summary>
    public static double PolsbyPopper(FlipChange land)
    {
        const double Square = LandNodes.UnitsPerGridUnit * LandNodes.UnitsPerGridUnit;
        double outline = land.Outline;
        return outline > 0 ? 2 * Math.PI * ((double)land.TwiceArea + land.TwiceStreets) * Square / (outline * outline) : 0;
    }

    /// <summary>An area with a change.</summary>
    public static FlipChange After(FlipChange before, FlipChange change) => new(
        before.Benefit + change.Benefit,
        before.Outline + change.Outline,
        before.TwiceArea + change.TwiceArea,
        before.TwiceStreets + change.TwiceStreets);

    private FlipBreaks Meets(int node, int area)
    {
        var (joins, barred) = (false, false);
        foreach (var link in _land.LinksOf(node))
        {
            var isMember = unit.AreaOf(link.Other) == area;
            joins |= isMember && link.Joins;
            barred |= isMember && link.IsBarred;
        }

        return barred ? FlipBreaks.Barrier : joins ? FlipBreaks.None : FlipBreaks.Contiguity;
    }

    // A limit that is broken already forbids only what breaks it further.
    private FlipBreaks Sizes(int area, FlipChange change)
    {
        var before = sums[area].Land;
        var after = After(before, change);
        var breaks = change.TwiceArea > 0 && after.TwiceArea > _limits.MostTwiceArea ? FlipBreaks.LargestArea : FlipBreaks.None;
        breaks |= change.TwiceArea < 0 && after.TwiceArea < _limits.LeastTwiceArea ? FlipBreaks.SmallestArea : FlipBreaks.None;
        if (_limits.LeastPolsbyPopper > 0 && double.IsPositiveInfinity(_limits.PolsbyPopperPrice))
        {
            var shape = PolsbyPopper(after);
            breaks |= shape < _limits.LeastPolsbyPopper && shape < PolsbyPopper(before) ? FlipBreaks.Shape : FlipBreaks.None;
        }

        return breaks;
    }

    /// <summary>The first hard row that would be broken, and what soft rows cost more, m².</summary>
    private (int Row, double Penalty) Rows(int node, int area, int sign)
    {
        var broken = -1;
        double penalty = 0;
        for (var row = 0; row < _rows.Count; row++)
        {
            var change = sign * _rows.Slack(row, _land.CityNode(node));
            if (change == 0)
            {
                continue;
            }

            var before = area == UnitFlips.None ? 0 : sums[area].Rows[row];
            var limit = _rows.Limit(row);
            if (double.IsPositiveInfinity(_rows.SoftPrice(row)))
            {
                broken = broken < 0 && change > 0 && before + change > limit ? row : broken;
            }
            else
            {
                var excess = Math.Max(0, before + change - limit) - Math.Max(0, before - limit);
                penalty += _rows.SoftPrice(row) * RuleRow.Unit * excess;
            }
        }

        return (broken, penalty);
    }
}
