namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The smallest circle around the corners of a hull. The circle rests on two or three corners; the corner that lies
/// farthest outside joins them until none does, and the radius grows each time (Elzinga and Hearn 1972). No random order,
/// so the same outline always gives the same bits.
/// </summary>
internal readonly record struct SmallestCircle(double X, double Y, double SquaredRadius)
{
    private const double Rounding = 1 + 1e-13;

    public static SmallestCircle Around(ConvexHull hull)
    {
        ReadOnlySpan<double> x = hull.X, y = hull.Y;
        if (hull.Count == 0)
        {
            return default;
        }

        Span<int> rests = stackalloc int[3];
        var circle = new SmallestCircle(x[0], y[0], 0);
        int restCount = 1, farthest;
        while ((farthest = circle.FarthestOutside(x, y)) >= 0)
        {
            var grown = WithCorner(x, y, rests, ref restCount, farthest);
            if (grown.SquaredRadius <= circle.SquaredRadius)
            {
                break; // only rounding is left
            }

            circle = grown;
        }

        return circle.StretchedOver(x, y);
    }

    private bool Holds(double x, double y) => SquaredDistance(x, y) <= SquaredRadius * Rounding;

    private double SquaredDistance(double x, double y) => ((x - X) * (x - X)) + ((y - Y) * (y - Y));

    private int FarthestOutside(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var farthest = -1;
        var limit = SquaredRadius * Rounding;
        for (var i = 0; i < x.Length; i++)
        {
            var distance = SquaredDistance(x[i], y[i]);
            if (distance > limit)
            {
                (farthest, limit) = (i, distance);
            }
        }

        return farthest;
    }

    private SmallestCircle StretchedOver(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var farthest = SquaredRadius;
        for (var i = 0; i < x.Length; i++)
        {
            farthest = Math.Max(farthest, SquaredDistance(x[i], y[i]));
        }

        return this with { SquaredRadius = farthest };
    }

    // The new corner is on the circle; with one or two of the old ones it holds the others.
    private static SmallestCircle WithCorner(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<int> rests, ref int restCount, int corner)
    {
        var best = new SmallestCircle(0, 0, double.PositiveInfinity);
        int first = -1, second = -1;
        for (var i = 0; i < restCount; i++)
        {
            var two = Over(x, y, corner, rests[i]);
            if (two.SquaredRadius < best.SquaredRadius && two.HoldsAll(x, y, rests[..restCount]))
            {
                (best, first, second) = (two, rests[i], -1);
            }

            for (var j = i + 1; j < restCount; j++)
            {
                var three = Over(x, y, corner, rests[i], rests[j]);
                if (three.SquaredRadius < best.SquaredRadius && three.HoldsAll(x, y, rests[..restCount]))
                {
                    (best, first, second) = (three, rests[i], rests[j]);
                }
            }
        }

        if (first < 0)
        {
            return default;
        }

        rests[0] = corner;
        rests[1] = first;
        restCount = second < 0 ? 2 : 3;
        rests[2] = second;
        return best;
    }

    private bool HoldsAll(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> corners)
    {
        foreach (var corner in corners)
        {
            if (!Holds(x[corner], y[corner]))
            {
                return false;
            }
        }

        return true;
    }

    private static SmallestCircle Over(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int a, int b)
    {
        double dx = (x[b] - x[a]) / 2, dy = (y[b] - y[a]) / 2;
        return new(x[a] + dx, y[a] + dy, (dx * dx) + (dy * dy));
    }

    private static SmallestCircle Over(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int a, int b, int c)
    {
        double bx = x[b] - x[a], by = y[b] - y[a], cx = x[c] - x[a], cy = y[c] - y[a];
        var twice = 2 * ((bx * cy) - (by * cx));
        double b2 = (bx * bx) + (by * by), c2 = (cx * cx) + (cy * cy);
        double ux = ((cy * b2) - (by * c2)) / twice, uy = ((bx * c2) - (cx * b2)) / twice;
        return new(x[a] + ux, y[a] + uy, (ux * ux) + (uy * uy));
    }
}
