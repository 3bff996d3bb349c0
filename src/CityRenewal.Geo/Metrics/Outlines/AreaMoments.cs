namespace CityRenewal.Geo.Metrics;

/// <summary>Centroid of an outline and how widely its area lies around it, from one pass over the edges.</summary>
/// <param name="X">East of the centroid, metres from the centre of the box.</param>
/// <param name="Y">North of the centroid.</param>
/// <param name="Polar">Polar second moment of the area about the centroid, m⁴: ∫ distance² dA; holes taken off.</param>
internal sealed record AreaMoments(double X, double Y, double Polar)
{
    // Green's theorem: each edge adds the signed triangle that it spans with the origin, so holes and parts add up.
    public static AreaMoments Of(Outline outline)
    {
        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        double twice = 0, firstX = 0, firstY = 0, second = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + length; i++)
            {
                double ax = x[i - 1], ay = y[i - 1], bx = x[i], by = y[i];
                var cross = (ax * by) - (bx * ay);
                twice += cross;
                firstX += (ax + bx) * cross;
                firstY += (ay + by) * cross;
                second += ((ax * ax) + (ax * bx) + (bx * bx) + (ay * ay) + (ay * by) + (by * by)) * cross;
            }
        }

        double centreX = firstX / (3 * twice), centreY = firstY / (3 * twice);
        return new(centreX, centreY, (second / 12) - (twice / 2 * ((centreX * centreX) + (centreY * centreY))));
    }
}
