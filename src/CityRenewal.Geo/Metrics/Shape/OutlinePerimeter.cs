namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Perimeter (周长) of an outline in metres: the length of all its rings, holes included, parts added. Pitfall: it grows
/// with the detail of digitising while the area does not, so an index made of it needs a stated vertex tolerance.
/// </summary>
public static class OutlinePerimeter
{
    /// <summary>Perimeter in metres.</summary>
    public static Measured Of(Outline outline) => Measured.Exactly(outline.Perimeter);
}
