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

    /// <summary>What land is worth or costs on average, per twice its area, above 0: what a shortage of land is set against.</summary>
    public double PerTwiceArea { get; }

    /// <summary>What one m² of benefit counts.</summary>
    public double PerSquareMetre => (1L << Shift) / SearchLimits.BenefitUnit;

    /// <summary>The scale of a unit.</summary>
    public static PieceScale Of(UnitLand land)
    {
        double benefit = 0, outline = 0, linked = 0, area = 0, floors = 0;
        var price = land.Limits.Price / SearchLimits.BenefitUnit;
        for (var node = 0; node < land.Count; node++)
        {
            var worth = Math.Abs((double)land.Benefits.Span[node]);
            (benefit, outline) = (benefit + worth, outline + land.Perimeter(node));
            floors += land.Floors.IsNone || node >= land.ParcelCount ? 0 : land.Floors.Most(land.CityNode(node));
            if (node < land.ParcelCount && land.LinksOf(node).Length > 0)
            {
                // Land that leads nowhere is no measure of what land is worth here.
                linked += worth + (price * land.Perimeter(node) / 4);
                area += land.TwiceArea(node);
            }
        }

        var opening = land.Limits.Opening / SearchLimits.BenefitUnit;
        var most = benefit + floors + (price * outline) + (opening * land.ParcelCount);
        var shift = 0;
        for (; shift < 40 && most * 2 < LargestSum; shift++)
        {
            most *= 2;
        }

        double unit = 1L << shift;
        return new PieceScale(
            shift, (long)Math.Round(price * unit), (long)Math.Round(opening * unit), linked > 0 && area > 0 ? unit * linked / area : 1);
    }
}
