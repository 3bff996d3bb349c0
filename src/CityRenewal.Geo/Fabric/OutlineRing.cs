namespace CityRenewal.Geo.Fabric;

/// <summary>One simple ring of an outline, its vertices starting at the westernmost (then southernmost) one.</summary>
/// <param name="X">East of the vertices, not closed.</param>
/// <param name="Y">North of the vertices.</param>
internal sealed record OutlineRing(int[] X, int[] Y)
{
    /// <summary>Positive for a shell, negative for a hole.</summary>
    public Int128 TwiceArea { get; } = ShoelaceOf(X, Y);

    /// <summary>The ring through the given points, turned so that it starts at its smallest point.</summary>
    public static OutlineRing From(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        var first = 0;
        for (var i = 1; i < x.Length; i++)
        {
            if (x[i] < x[first] || (x[i] == x[first] && y[i] < y[first]))
            {
                first = i;
            }
        }

        return new OutlineRing([.. x[first..], .. x[..first]], [.. y[first..], .. y[..first]]);
    }

    /// <summary>Order of rings in an outline: by first point, then by area.</summary>
    public static int Compare(OutlineRing a, OutlineRing b) =>
        a.X[0] != b.X[0] ? a.X[0].CompareTo(b.X[0])
        : a.Y[0] != b.Y[0] ? a.Y[0].CompareTo(b.Y[0])
        : a.TwiceArea.CompareTo(b.TwiceArea);

    /// <summary>Whether a hole lies in this shell. A hole touches a shell in one point at most, so its second point decides then.</summary>
    public bool Holds(OutlineRing hole)
    {
        var first = SideOf(hole.X[0], hole.Y[0]);
        return (first != 0 ? first : SideOf(hole.X[1], hole.Y[1])) > 0;
    }

    /// <summary>1 inside, -1 outside, 0 on the ring.</summary>
    private int SideOf(int px, int py)
    {
        var isInside = false;
        for (int i = 0, j = X.Length - 1; i < X.Length; j = i++)
        {
            var side = Orientation.Of(X[j], Y[j], X[i], Y[i], px, py);
            if (side == 0 && Math.Min(X[i], X[j]) <= px && px <= Math.Max(X[i], X[j])
                && Math.Min(Y[i], Y[j]) <= py && py <= Math.Max(Y[i], Y[j]))
            {
                return 0;
            }

            if (Y[i] > py != Y[j] > py)
            {
                isInside ^= Y[i] > Y[j] ? side > 0 : side < 0;
            }
        }

        return isInside ? 1 : -1;
    }

    private static Int128 ShoelaceOf(int[] x, int[] y)
    {
        Int128 sum = 0;
        for (var i = 1; i < x.Length - 1; i++)
        {
            long ax = (long)x[i] - x[0], ay = (long)y[i] - y[0], bx = (long)x[i + 1] - x[0], by = (long)y[i + 1] - y[0];
            sum += Orientation.AreNear(ax, ay) && Orientation.AreNear(bx, by)
                ? (ax * by) - (bx * ay)
                : ((Int128)ax * by) - ((Int128)bx * ay);
        }

        return sum;
    }
}
