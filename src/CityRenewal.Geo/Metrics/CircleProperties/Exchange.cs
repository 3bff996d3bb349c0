namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Exchange: share of the outline that lies in the circle of equal area around its centroid; in (0, 1], 1 for a circle.
/// Source: Angel, Parent and Civco 2010. Computed in closed form, edge by edge, without an overlay: no sampling error.
/// Holes and several parts as they are. Robust to boundary noise. Pitfall: a ring around a large hole scores near 0.
/// </summary>
public static class Exchange
{
    /// <summary>The share; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        double centreX = outline.Moments.X, centreY = outline.Moments.Y;
        double squaredRadius = outline.Area / Math.PI, sum = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + length; i++)
            {
                sum += InsideCircle(
                    x[i - 1] - centreX, y[i - 1] - centreY, x[i] - centreX, y[i] - centreY, squaredRadius);
            }
        }

        return OutlineRatio.Of(outline, Math.Max(0, sum), outline.Area);
    }

    // Signed area that the triangle (centre, a, b) shares with the circle around the centre.
    private static double InsideCircle(double ax, double ay, double bx, double by, double squaredRadius)
    {
        double dx = bx - ax, dy = by - ay;
        double dd = (dx * dx) + (dy * dy), ad = (ax * dx) + (ay * dy);
        var root = (ad * ad) - (dd * ((ax * ax) + (ay * ay) - squaredRadius));
        if (dd == 0 || root <= 0)
        {
            return Sector(ax, ay, bx, by, squaredRadius);
        }

        root = Math.Sqrt(root);
        double enter = (-ad - root) / dd, leave = (-ad + root) / dd;
        if (enter >= 1 || leave <= 0)
        {
            return Sector(ax, ay, bx, by, squaredRadius);
        }

        double px = ax, py = ay, qx = bx, qy = by, outside = 0;
        if (enter > 0)
        {
            (px, py) = (ax + (enter * dx), ay + (enter * dy));
            outside += Sector(ax, ay, px, py, squaredRadius);
        }

        if (leave < 1)
        {
            (qx, qy) = (ax + (leave * dx), ay + (leave * dy));
            outside += Sector(qx, qy, bx, by, squaredRadius);
        }

        return outside + (((px * qy) - (qx * py)) / 2);
    }

    private static double Sector(double ax, double ay, double bx, double by, double squaredRadius) =>
        squaredRadius / 2 * Math.Atan2((ax * by) - (bx * ay), (ax * bx) + (ay * by));
}
