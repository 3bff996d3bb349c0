namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Perimeter index: 2πr / P, r the radius of the circle of equal area; in (0, 1], 1 for a circle.
/// Source: Angel, Parent and Civco 2010. Pitfall: the very number of <see cref="Schwartzberg"/>; both names are kept
/// because both are asked for.
/// </summary>
public static class PerimeterIndex
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => Schwartzberg.Of(outline);
}
