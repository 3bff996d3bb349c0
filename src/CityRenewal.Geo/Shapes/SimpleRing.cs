namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Proves that a ring neither crosses nor touches itself: at once where it is convex, by all pairs of edges where it is
/// short. Most outlines of a city are settled here; the rest go to <see cref="ShapeMending"/>.
/// </summary>
internal static class SimpleRing
{
    /// <summary>Longest ring whose pairs of edges are all looked at.</summary>
    public const int MostVertices = 96;

    /// <summary>Widest ring in grid units for which Int64 holds every product.</summary>
    public const long Widest = 1 << 30;

    /// <summary>Whether the ring, open and without repeated vertices, is surely free of contact with itself.</summary>
    public static bool IsSurelySimple(ReadOnlySpan<int> x, ReadOnlySpan<int> y) =>
        x.Length <= MostVertices && (IsConvex(x, y) || !HasContact(x, y));

    private static bool IsConvex(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        int last = x.Length - 1, turns = 0, eastTurns = 0;
        long dx = (long)x[0] - x[last], dy = (long)y[0] - y[last];
        var heading = Math.Sign(dx);
        for (var i = 0; i <= last; i++)
        {
            var next = i == last ? 0 : i + 1;
            long nextX = (long)x[next] - x[i], nextY = (long)y[next] - y[i];
            var turn = Math.Sign((dx * nextY) - (dy * nextX));
            if (turn == 0 || (turns != 0 && turn != turns))
            {
                return false;
            }

            turns = turn;
            var nextHeading = Math.Sign(nextX);
            if (nextHeading != 0)
            {
                eastTurns += heading != 0 && nextHeading != heading ? 1 : 0;
                heading = nextHeading;
            }

            (dx, dy) = (nextX, nextY);
        }

        // A curve that winds round more than once turns between east and west more than twice.
        return eastTurns <= 2;
    }

    private static bool HasContact(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        var count = x.Length;
        for (var i = 0; i < count - 2; i++)
        {
            int ax = x[i], ay = y[i], bx = x[i + 1], by = y[i + 1];
            int minX = Math.Min(ax, bx), maxX = Math.Max(ax, bx), minY = Math.Min(ay, by), maxY = Math.Max(ay, by);
            // The last edge is the first one's neighbour.
            var end = i == 0 ? count - 1 : count;
            for (var j = i + 2; j < end; j++)
            {
                var k = j + 1 == count ? 0 : j + 1;
                int cx = x[j], cy = y[j], dx = x[k], dy = y[k];
                if (Math.Min(cx, dx) <= maxX && Math.Max(cx, dx) >= minX && Math.Min(cy, dy) <= maxY && Math.Max(cy, dy) >= minY
                    && Meet(ax, ay, bx, by, cx, cy, dx, dy))
                {
                    return true;
                }
            }
        }

        return HasFold(x, y);
    }

    /// <summary>Whether an edge runs straight back along the one before it.</summary>
    public static bool HasFold(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        var last = x.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            if (IsFold(x, y, i == 0 ? last : i - 1, i, i == last ? 0 : i + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the ring runs to vertex b and straight back, or does not run at all: a vertex repeated proves nothing.</summary>
    public static bool IsFold(ReadOnlySpan<int> x, ReadOnlySpan<int> y, int a, int b, int c)
    {
        long ux = (long)x[b] - x[a], uy = (long)y[b] - y[a], vx = (long)x[c] - x[b], vy = (long)y[c] - y[b];
        return (Int128)ux * vy == (Int128)uy * vx && ((Int128)ux * vx) + ((Int128)uy * vy) <= 0;
    }

    /// <summary>Whether the boxes around two edges meet.</summary>
    public static bool BoxesMeet(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) =>
        Math.Min(cx, dx) <= Math.Max(ax, bx) && Math.Max(cx, dx) >= Math.Min(ax, bx)
        && Math.Min(cy, dy) <= Math.Max(ay, by) && Math.Max(cy, dy) >= Math.Min(ay, by);

    /// <summary>Whether two edges meet whose boxes do; edges on one line whose boxes meet do meet.</summary>
    public static bool Meet(long ax, long ay, long bx, long by, long cx, long cy, long dx, long dy)
    {
        long ux = bx - ax, uy = by - ay;
        var sideC = Math.Sign((ux * (cy - ay)) - (uy * (cx - ax)));
        var sideD = Math.Sign((ux * (dy - ay)) - (uy * (dx - ax)));
        if (sideC * sideD > 0)
        {
            return false;
        }

        long vx = dx - cx, vy = dy - cy;
        var sideA = Math.Sign((vx * (ay - cy)) - (vy * (ax - cx)));
        var sideB = Math.Sign((vx * (by - cy)) - (vy * (bx - cx)));
        return sideA * sideB <= 0;
    }
}
