using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>The limits that a flip touches, with what they limit before and after it.</summary>
internal sealed class LimitChanges(PlanReasons reasons, UnitFlips unit)
{
    internal const double LargestLimit = long.MaxValue / 8.0;

    private readonly SearchLimits _limits = unit.Land.Limits;

    /// <summary>All of them, broken or not: options first, then the rows in the order of the pack.</summary>
    public IReadOnlyList<LimitChange> Of(int node, Flip flip, int parts)
    {
        var joins = unit.AreaOf(node) == UnitFlips.None;
        var before = flip.Area == UnitFlips.None ? default : reasons.SumsOf(flip.Area).Land;
        var after = FlipJudge.After(before, flip.Change);
        var ends = !joins && reasons.SumsOf(flip.Area).Members == 1;
        return
        [
            .. flip.Breaks.HasFlag(FlipBreaks.Lock) ? [Lock()] : Array.Empty<LimitChange>(),
            .. ends ? [] : Sizes(before, after, flip),
            .. Pieces(flip, parts),
            .. ends ? [] : Rows(node, flip, joins ? 1 : -1),
            .. OfRequest(new FlipAsked(unit, node, flip.Area, WayOf(flip, joins, ends))),
        ];
    }

    private static LimitChange Lock() =>
        new("lock", new("parcels locked in that are out", "锁定纳入而未纳入的地块"), 0, 1, 0, "1") { IsBroken = true };

    private IEnumerable<LimitChange> Sizes(FlipChange before, FlipChange after, Flip flip)
    {
        if (_limits.LeastTwiceArea > 0)
        {
            yield return new LimitChange(
                "smallest_area", AreaLimitTitles.Smallest, SquareMetres(before.TwiceArea), SquareMetres(after.TwiceArea), SquareMetres(_limits.LeastTwiceArea), "m²")
            {
                IsBroken = flip.Breaks.HasFlag(FlipBreaks.SmallestArea),
            };
        }

        if (_limits.MostTwiceArea < LargestLimit)
        {
            yield return new LimitChange(
                "largest_area", AreaLimitTitles.Largest, SquareMetres(before.TwiceArea), SquareMetres(after.TwiceArea), SquareMetres(_limits.MostTwiceArea), "m²")
            {
                IsBroken = flip.Breaks.HasFlag(FlipBreaks.LargestArea),
            };
        }

        if (_limits.LeastPolsbyPopper > 0)
        {
            yield return new LimitChange(
                "polsby_popper", AreaLimitTitles.Shape, FlipJudge.PolsbyPopper(before), FlipJudge.PolsbyPopper(after), _limits.LeastPolsbyPopper, "1")
            {
                IsBroken = flip.Breaks.HasFlag(FlipBreaks.Shape), IsSoft = double.IsFinite(_limits.PolsbyPopperPrice),
            };
        }
    }

    private static IEnumerable<LimitChange> Pieces(Flip flip, int parts)
    {
        if (flip.Breaks.HasFlag(FlipBreaks.Barrier))
        {
            yield return new LimitChange("barrier", AreaLimitTitles.Barrier, 0, 1, 0, "1") { IsBroken = true };
        }

        if (flip.Breaks.HasFlag(FlipBreaks.Contiguity))
        {
            yield return new LimitChange("contiguity", AreaLimitTitles.Parts, 1, parts, 1, "1") { IsBroken = true };
        }
    }

    private IEnumerable<LimitChange> Rows(int node, Flip flip, int sign)
    {
        var rows = unit.Land.Rows;
        for (var row = 0; row < rows.Count; row++)
        {
            var change = sign * rows.Slack(row, unit.Land.CityNode(node));
            if (change == 0)
            {
                continue;
            }

            var before = flip.Area == UnitFlips.None ? 0 : reasons.SumsOf(flip.Area).Rows[row];
            var isSoft = !double.IsPositiveInfinity(rows.SoftPrice(row));
            yield return RowTitles.Of(reasons.Problem, row, before, before + change) with
            {
                IsBroken = !isSoft && change > 0 && before + change > rows.Limit(row),
                IsSoft = isSoft,
            };
        }
    }

    private static FlipWay WayOf(Flip flip, bool joins, bool ends) =>
        ends ? FlipWay.Ends : !joins ? FlipWay.Leaves : flip.Area == UnitFlips.None ? FlipWay.Begins : FlipWay.Joins;

    private IEnumerable<LimitChange> OfRequest(FlipAsked asked) =>
        from effect in reasons.Request?.EffectsOf(asked) ?? []
        select new LimitChange(
            effect.Limit, AreaLimitTitles.Of(effect.Limit), effect.Before, effect.After, effect.Bound, AreaLimitTitles.UnitOf(effect.Limit))
        {
            IsBroken = effect.IsBroken, IsSoft = effect.IsSoft,
        };

    private double SquareMetres(long twice) => reasons.Problem.Ground.City.Plane.SquareMetresOfTwice(twice);
}
