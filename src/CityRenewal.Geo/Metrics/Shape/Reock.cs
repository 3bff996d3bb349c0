namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Reock compactness: A / area of the smallest circle around all parts, in (0, 1], 1 for a circle, 2/π for a square.
/// Source: Reock 1961. Pitfall: two or three extreme points decide it, a single spike ruins it.
/// </summary>
public static class Reock
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => !outline.HasArea
        ? Measured.NotApplicable(OutlineRatio.NoArea)
        : OutlineRatio.Of(outline, outline.Area, Math.PI * SmallestCircle.Around(outline.Hull).SquaredRadius);
}
