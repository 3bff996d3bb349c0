namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Dispersion: r / mean distance from the centroid to the outer boundary, r the radius of the circle of equal area; 1 for
/// a circle, lower where the boundary lies far out. Source: Angel, Parent and Civco 2010; as there, holes have no say in
/// the boundary (they lower r). Integrated in closed form: no sampling error. Pitfall: a boundary that is folded many
/// times near the centroid may lift it above 1.
/// </summary>
public static class Dispersion
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        double centreX = outline.Moments.X, centreY = outline.Moments.Y, sum = 0, length = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            if (outline.SignedAreaOfRing(ring) <= 0)
            {
                continue;
            }

            var (start, count) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + count; i++)
            {
                var edge = new EdgeFromCentre(
                    x[i - 1] - centreX, y[i - 1] - centreY, x[i] - centreX, y[i] - centreY);
                sum += edge.DistanceIntegral;
                length += edge.Length;
            }
        }

        return OutlineRatio.Of(outline, outline.EqualAreaRadius * length, sum);
    }
}
