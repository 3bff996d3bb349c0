namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Spin: ½r² / mean squared distance from the land to its centroid, r the radius of the circle of equal area; in (0, 1],
/// 1 for a circle. Source: Angel, Parent and Civco 2010. Pitfall: in this normalisation the very number of
/// <see cref="MomentOfInertia"/>; both names are kept because both are asked for.
/// </summary>
public static class Spin
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => MomentOfInertia.Of(outline);
}
