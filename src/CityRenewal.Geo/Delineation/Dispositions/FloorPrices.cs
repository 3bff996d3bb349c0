namespace CityRenewal.Geo.Delineation;

/// <summary>What a m² of floor area is worth, in parts of <see cref="PriceScale"/> per millionth of a m², rounded up.</summary>
/// <param name="Goes">Floor area that goes by choice.</param>
/// <param name="Built">New floor area.</param>
internal readonly record struct FloorPrices(long Goes, long Built)
{
    /// <summary>Prices of worths in m² of benefit per m² of floor area.</summary>
    public static FloorPrices Of(double goes, double built) => new(Parts(goes), Parts(built));

    /// <summary>The worth of floor area that goes, whole millionths of a m² of benefit.</summary>
    public long WorthOf(long area) => (long)((Int128)Goes * area >> PriceScale.Bits);

    /// <summary>The worth of new floor area, whole millionths of a m² of benefit.</summary>
    public long WorthOfNew(long area) => (long)((Int128)Built * area >> PriceScale.Bits);

    private static long Parts(double worth) => (long)Math.Ceiling(worth * Math.Pow(2, PriceScale.Bits));
}
