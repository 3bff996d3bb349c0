namespace CityRenewal.Geo.Fabric;

/// <summary>An edge that must pass a vertex: noding will cut it there.</summary>
internal readonly record struct Nick(int Edge, int Vertex);

/// <summary>Two edges that cross at a point on neither's ends, rounded to the grid.</summary>
internal readonly record struct Crossing(int EdgeA, int EdgeB, int X, int Y)
{
    /// <summary>The grid point nearest to where segments ab and cd cross; they must cross properly.</summary>
    public static (int X, int Y) PointOf((int X, int Y) a, (int X, int Y) b, (int X, int Y) c, (int X, int Y) d)
    {
        Int128 ux = (long)b.X - a.X, uy = (long)b.Y - a.Y, vx = (long)d.X - c.X, vy = (long)d.Y - c.Y;
        Int128 wx = (long)c.X - a.X, wy = (long)c.Y - a.Y;
        var denominator = (ux * vy) - (uy * vx);
        var numerator = (wx * vy) - (wy * vx);
        if (denominator < 0)
        {
            (denominator, numerator) = (-denominator, -numerator);
        }

        return (a.X + (int)RoundedShare(ux, numerator, denominator), a.Y + (int)RoundedShare(uy, numerator, denominator));
    }

    // u · n / d rounded to the nearest integer, halves away from zero; all products stay below 2^100.
    private static Int128 RoundedShare(Int128 u, Int128 numerator, Int128 denominator)
    {
        var share = ((2 * Int128.Abs(u) * numerator) + denominator) / (2 * denominator);
        return u < 0 ? -share : share;
    }
}
