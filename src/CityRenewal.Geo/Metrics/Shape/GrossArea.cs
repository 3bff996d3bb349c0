namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Area (面积) of an outline in m², holes taken off, parts added, in an equal-area plane. Exact on the grid: an integer
/// shoelace sum. It is the planar area; the legal one is ellipsoidal and comes from the original ring.
/// </summary>
public static class GrossArea
{
    /// <summary>Area in m²; 0 where there is none.</summary>
    public static Measured Of(Outline outline) => Measured.Exactly(outline.Area);
}
