namespace CityRenewal.Geo.Metrics;

/// <summary>Number of holes in all parts of an outline: land that the area surrounds and leaves out.</summary>
public static class HoleCount
{
    /// <summary>The count; 0 where there is none.</summary>
    public static Measured Of(Outline outline)
    {
        var holes = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            holes += outline.SignedAreaOfRing(ring) < 0 ? 1 : 0;
        }

        return Measured.Exactly(holes);
    }
}
