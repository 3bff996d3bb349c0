namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Detour: 2πr / perimeter of the convex hull of all parts, r the radius of the circle of equal area; in (0, 1], 1 for a
/// circle: how far one must walk around the area. Source: Angel, Parent and Civco 2010. Exact; holes only lower r.
/// </summary>
public static class Detour
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => !outline.HasArea
        ? Measured.NotApplicable(OutlineRatio.NoArea)
        : OutlineRatio.Of(outline, 2 * Math.PI * outline.EqualAreaRadius, outline.Hull.Perimeter);
}
