namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Convex hull ratio: A / area of the convex hull of all parts, in (0, 1], 1 for every convex outline.
/// Source: Niemi, Grofman, Carlucci and Hofeller 1990. Pitfall: it misses elongation, a strip of 1 : 10 scores 1.
/// </summary>
public static class ConvexHullRatio
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => !outline.HasArea
        ? Measured.NotApplicable(OutlineRatio.NoArea)
        : OutlineRatio.Of(outline, outline.Area, outline.Hull.Area);
}
