namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What the search counts value in: whole parts of a millionth of a m², as fine as the sums of the unit allow, so that
/// values are exact and one plan compares with another the same on every machine.
/// </summary>
internal readonly struct PieceScale
{
    private const double LargestSum = 1L << 60;

    private PieceScale(int shift, long price, long opening, double perTwiceArea) =>
        (Shift, Price, Opening, PerTwiceArea) = (shift, price, opening, perTwiceArea);

    /// <summary>Value counts 2^-Shift millionths of a m².</summary>
    public int Shift { get; }

    /// <summary>Price of a length unit of outline.</summary>
    public long Price { get; }

    /// <summary>Price of an area by itself.</summary>
    public long Opening { get; }

    /// <summary>What land is worth or costs on average, per twice its area: what a shortage of land is set against.</summary>
    public double PerTwiceArea { get; }

    /// <summary>What one m² of benefit counts.</summary>
    public double PerSquareMetre => (1L << Shift) / SearchLimits.BenefitUnit;

    /// <summary>The scale of a unit.</summary>
    public static PieceScale Of(UnitLand land)
    {
        double benefit = 1, outline = 0, area = 1;
        for (var node = 0; node < land.Count; node++)
        {
            benefit += Math.Abs((double)land.Benefits.Span[node]);
            outline += land.Perimeter(node);
            area += node < land.ParcelCount ? land.TwiceArea(node) : 0;
        }

        var price = land.Limits.Price / SearchLimits.BenefitUnit;
        var opening = land.Limits.Opening / SearchLimits.BenefitUnit;
        var most = benefit + (price * outline) + (opening * land.ParcelCount);
        var shift = 0;
        for (; shift < 40 && most * 2 < LargestSum; shift++)
        {
            most *= 2;
        }

        double unit = 1L << shift;
        return new PieceScale(
            shift, (long)Math.Round(price * unit), (long)Math.Round(opening * unit), unit * (benefit + (price * outline / 4)) / area);
    }
}
