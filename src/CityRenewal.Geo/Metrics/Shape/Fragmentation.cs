namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Fragmentation: 1 − Σ (aᵢ/A)², the chance that two points thrown on the land fall on different parts; in [0, 1), 0 for
/// one part, 1 − 1/n for n equal parts. Source: Jaeger 2000, degree of landscape division. A hole lowers the area of the
/// part around it. Pitfall: says nothing about how far apart the parts lie.
/// </summary>
public static class Fragmentation
{
    /// <summary>The chance; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        double squares = 0, part = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var area = outline.SignedAreaOfRing(ring);
            if (area > 0)
            {
                squares += part * part;
                part = 0;
            }

            part += area;
        }

        squares += part * part;
        return Measured.Exactly(Math.Max(0, 1 - (squares / (outline.Area * outline.Area))));
    }
}
