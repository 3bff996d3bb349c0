namespace CityRenewal.Geo.Metrics;

/// <summary>Number of parts of an outline: pieces of land that do not share a border. A contiguous area has one.</summary>
public static class PartCount
{
    /// <summary>The count; 0 for an outline without any ring that bounds an area.</summary>
    public static Measured Of(Outline outline) => Measured.Exactly(In(outline));

    /// <summary>Number of shells that bound an area.</summary>
    internal static int In(Outline outline)
    {
        var parts = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            parts += outline.SignedAreaOfRing(ring) > 0 ? 1 : 0;
        }

        return parts;
    }
}
