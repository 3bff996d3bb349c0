namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Moment of inertia compactness: A² / (2πI), I the polar second moment of the area about its centroid; in (0, 1], 1 for
/// a circle, 3/π for a square. Source: Li, Goodchild and Church 2013. Holes count as nothing, several parts about their
/// common centroid. Tolerant of boundary noise. Pitfall: distant small parts weigh by the square of their distance.
/// </summary>
public static class MomentOfInertia
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => !outline.HasArea
        ? Measured.NotApplicable(OutlineRatio.NoArea)
        : OutlineRatio.Of(outline, outline.Area * outline.Area, 2 * Math.PI * outline.Moments.Polar);
}
