namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Schwartzberg compactness in its inverse form: 2√(πA) / P, in (0, 1], 1 for a circle. Source: Schwartzberg 1966, whose
/// original is the reciprocal, 1 and above. Pitfall: the square root of Polsby-Popper; the two are one piece of evidence.
/// </summary>
public static class Schwartzberg
{
    /// <summary>The ratio of the equal-area circle's circumference to the perimeter; not applicable without an area.</summary>
    public static Measured Of(Outline outline) =>
        OutlineRatio.Of(outline, 2 * Math.Sqrt(Math.PI * outline.Area), outline.Perimeter);
}
