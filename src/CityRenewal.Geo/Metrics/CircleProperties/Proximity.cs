namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Proximity: ⅔r / mean distance from the land to its centroid, r the radius of the circle of equal area; in (0, 1], 1
/// for a circle. Source: Angel, Parent and Civco 2010. The mean is integrated in closed form over the triangles between
/// centroid and edges (signed, so holes and parts add up): no sampling error. Pitfall: the centroid may lie outside.
/// </summary>
public static class Proximity
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        double centreX = outline.Moments.X, centreY = outline.Moments.Y, sum = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + length; i++)
            {
                var edge = new EdgeFromCentre(
                    x[i - 1] - centreX, y[i - 1] - centreY, x[i] - centreX, y[i] - centreY);
                // ∫ distance dA over a triangle at the centre = height/3 · ∫ distance ds over its far side
                sum += edge.Height * edge.DistanceIntegral / 3;
            }
        }

        return OutlineRatio.Of(outline, 2.0 / 3 * outline.EqualAreaRadius * outline.Area, sum);
    }
}
