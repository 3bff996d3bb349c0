namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What areas cost by themselves at given prices, against what their land is given. Every area has between the smallest
/// and the largest area of land, so with a price φ per land an area's own constant C is at most φ·land + D, with D the larger
/// of C − φ·smallest and C − φ·largest; a unit with at least one area adds D once where D lowers the bound, and as often as
/// areas fit where it raises it.
/// </summary>
internal sealed class AreaConstant
{
    private readonly UnitLand _land;
    private readonly Int128 _opening;
    private readonly bool _hasLocked;

    public AreaConstant(UnitLand land, PlanPrices plan)
    {
        _land = land;
        _opening = PriceScale.OfArea(land.Limits.Opening) + plan.PerArea;
        Int128 whole = 0;
        long least = long.MaxValue;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            whole += land.TwiceArea(node);
            least = Math.Min(least, land.TwiceArea(node));
            _hasLocked |= land.IsLockedIn(node);
        }

        Least = Math.Max(Math.Max(0, land.Limits.LeastTwiceArea), least);
        Most = (long)Int128.Max(Least, Int128.Min(land.Limits.MostTwiceArea, whole));
        MostAreas = Least > 0 ? (long)Int128.Min(whole / Least, land.ParcelCount) : land.ParcelCount;
    }

    /// <summary>Twice the least land of an area in the unit.</summary>
    public long Least { get; }

    /// <summary>Twice the most land of an area in the unit.</summary>
    public long Most { get; }

    /// <summary>How many areas fit into the unit.</summary>
    public long MostAreas { get; }

    /// <summary>
    /// The bound that a priced cut gives: nothing at all is worth 0 unless something has to be in, and is all there is where
    /// no area fits.
    /// </summary>
    public Int128 Bound(Int128 priced) => _hasLocked ? priced : MostAreas == 0 ? 0 : Int128.Max(0, priced);

    /// <summary>What is added to the cut at some prices, parts.</summary>
    public Int128 At(PriceSet prices)
    {
        var own = -_opening;
        for (var row = 0; row < prices.Rows.Length; row++)
        {
            own += (Int128)prices.Rows[row] * _land.Rows.Limit(row);
        }

        var land = (Int128)prices.Land;
        var each = Int128.Max(own - (land * Least), own - (land * Most));
        return each > 0 ? each * MostAreas : each;
    }
}
