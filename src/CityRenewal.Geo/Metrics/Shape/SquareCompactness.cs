namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Square compactness: 16A / P², in (0, 4/π]: 1 for a square, above 1 for rounder outlines, 4/π for a circle.
/// Source: Feliciotti 2018. Pitfall: Polsby-Popper times 4/π; the two are one piece of evidence.
/// </summary>
public static class SquareCompactness
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => outline.HasArea
        ? Measured.Exactly(16 * outline.Area / (outline.Perimeter * outline.Perimeter))
        : Measured.NotApplicable(OutlineRatio.NoArea);
}
