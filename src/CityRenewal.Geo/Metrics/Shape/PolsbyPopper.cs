namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Polsby-Popper compactness, the isoperimetric quotient: 4πA / P², in (0, 1], 1 for a circle, π/4 for a square.
/// Source: Polsby and Popper 1991. Holes lower the area and lengthen the perimeter; several parts add up.
/// Pitfall: the most sensitive of all to boundary wiggle, so compare only outlines of the same vertex tolerance.
/// </summary>
public static class PolsbyPopper
{
    /// <summary>The quotient; not applicable without an area.</summary>
    public static Measured Of(Outline outline) =>
        OutlineRatio.Of(outline, 4 * Math.PI * outline.Area, outline.Perimeter * outline.Perimeter);
}
