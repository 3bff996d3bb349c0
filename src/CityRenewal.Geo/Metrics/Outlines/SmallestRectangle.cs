namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The rectangle of smallest area around a convex hull, in any direction: one of its sides lies along a side of the hull
/// (Freeman and Shapira 1975), found with rotating calipers (Toussaint 1983).
/// </summary>
/// <param name="Length">Longer side, metres.</param>
/// <param name="Width">Shorter side, metres.</param>
internal readonly record struct SmallestRectangle(double Length, double Width)
{
    public static SmallestRectangle Around(ConvexHull hull)
    {
        var count = hull.Count;
        var best = new SmallestRectangle(double.PositiveInfinity, double.PositiveInfinity);
        int right = 1, top = 1, left = 1;
        for (var i = 0; i < count; i++)
        {
            int next = (i + 1) % count;
            double ux = hull.X[next] - hull.X[i], uy = hull.Y[next] - hull.Y[i];
            var length = Math.Sqrt((ux * ux) + (uy * uy));
            (ux, uy) = (ux / length, uy / length);

            right = Farthest(hull, i == 0 ? next : right, ux, uy);
            top = Farthest(hull, i == 0 ? right : top, -uy, ux);
            left = Farthest(hull, i == 0 ? top : left, -ux, -uy);
            var along = Along(hull, right, ux, uy) - Along(hull, left, ux, uy);
            var across = Along(hull, top, -uy, ux) - Along(hull, i, -uy, ux);
            if (along * across < best.Length * best.Width)
            {
                best = new(Math.Max(along, across), Math.Min(along, across));
            }
        }

        return best;
    }

    private static double Along(ConvexHull hull, int corner, double ux, double uy) =>
        (hull.X[corner] * ux) + (hull.Y[corner] * uy);

    // The corners rise and then fall along any direction, so a caliper only ever moves on.
    private static int Farthest(ConvexHull hull, int from, double ux, double uy)
    {
        for (var steps = 0; steps < hull.Count; steps++)
        {
            var next = (from + 1) % hull.Count;
            if (Along(hull, next, ux, uy) < Along(hull, from, ux, uy))
            {
                break;
            }

            from = next;
        }

        return from;
    }
}
