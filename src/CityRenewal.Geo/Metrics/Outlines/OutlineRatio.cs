namespace CityRenewal.Geo.Metrics;

/// <summary>How a shape ratio becomes a measured value: the same for every formula.</summary>
internal static class OutlineRatio
{
    public static readonly WhyNot NoArea = new(
        "no_area",
        "The outline has no area; check its ring, it may be missing, open or turned over itself.",
        "轮廓面积为零，无从谈形状；请检查其边界环是否缺失、未闭合或自相交。");

    // Above 1 only by rounding: a true value of 1 (a circle, a convex hull of itself) must not read as 1.0000000000000002.
    private const double Rounding = 1e-9;

    /// <summary>Numerator over denominator; not applicable without an area.</summary>
    public static Measured Of(Outline outline, double numerator, double denominator)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(NoArea);
        }

        var ratio = numerator / denominator;
        return Measured.Exactly(ratio is > 1 and < 1 + Rounding ? 1 : ratio);
    }

    /// <summary>A ratio of at most 1 whose denominator was measured with an error: the interval follows from it.</summary>
    /// <param name="outline">The outline; without an area nothing applies.</param>
    /// <param name="numerator">Exact.</param>
    /// <param name="denominator">As measured, positive.</param>
    /// <param name="error">How far the true denominator may be off on either side.</param>
    public static Measured Of(Outline outline, double numerator, double denominator, double error)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(NoArea);
        }

        var value = Math.Min(1, numerator / denominator);
        var high = error < denominator ? numerator / (denominator - error) : 1;
        return Measured.Between(Math.Min(value, numerator / (denominator + error)), value, Math.Clamp(high, value, 1));
    }
}
