namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Fractal dimension of the boundary: 2 ln(P/4) / ln A with P in metres and A in m²; 1 for a square, towards 2 for a
/// boundary that fills the plane. Source: McGarigal and Marks 1995 (FRAC). Pitfall: the one index here that depends on the
/// unit of length; near 1 m² it has no meaning and is not applicable.
/// </summary>
public static class FractalDimension
{
    private const double SmallestArea = 2;

    private static readonly WhyNot TooSmall = new(
        "area_too_small",
        "The fractal dimension has no meaning for areas below 2 m²: its logarithm vanishes at 1 m².",
        "面积小于2平方米时，分形维数的对数趋零，无意义。");

    /// <summary>The dimension; not applicable without an area or below 2 m².</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        return outline.Area < SmallestArea
            ? Measured.NotApplicable(TooSmall)
            : Measured.Exactly(2 * Math.Log(outline.Perimeter / 4) / Math.Log(outline.Area));
    }
}
