namespace CityRenewal.Geo.Fabric;

/// <summary>One simple ring of an outline, its vertices starting at the westernmost (then southernmost) one.</summary>
/// <param name="X">East of the vertices, not closed.</param>
/// <param name="Y">North of the vertices.</param>
internal sealed record OutlineRing(int[] X, int[] Y)
{
    /// <summary>Positive for a shell, negative for a hole.</summary>
    public Int128 TwiceArea { get; } = ShoelaceOf(X, Y);

    /// <summary>The ring through the given vertices, turned so that it starts at its smallest point.</summary>
    public static OutlineRing From(FaceGraph graph, ReadOnlySpan<int> vertices)
    {
        int[] vertexX = graph.VertexX, vertexY = graph.VertexY;
        var first = 0;
        for (var i = 1; i < vertices.Length; i++)
        {
            int v = vertices[i], smallest = vertices[first];
            if (vertexX[v] < vertexX[smallest] || (vertexX[v] == vertexX[smallest] && vertexY[v] < vertexY[smallest]))
            {
                first = i;
            }
        }

        int[] x = new int[vertices.Length], y = new int[vertices.Length];
        for (var i = 0; i < vertices.Length; i++)
        {
            var v = vertices[first + i < vertices.Length ? first + i : first + i - vertices.Length];
            (x[i], y[i]) = (vertexX[v], vertexY[v]);
        }

        return new OutlineRing(x, y);
    }

    /// <summary>Order of rings in an outline: by first point, then by area.</summary>
    public static int Compare(OutlineRing a, OutlineRing b) =>
        a.X[0] != b.X[0] ? a.X[0].CompareTo(b.X[0])
        : a.Y[0] != b.Y[0] ? a.Y[0].CompareTo(b.Y[0])
        : a.TwiceArea.CompareTo(b.TwiceArea);

    // A box around the shell spares most holes the long way.
    private readonly (int MaxX, int MinY, int MaxY) _box = (X.Max(), Y.Min(), Y.Max());

    /// <summary>Whether a hole lies in this shell. A hole touches a shell in one point at most, so its second point decides then.</summary>
    public bool Holds(OutlineRing hole)
    {
        if (hole.X[0] < X[0] || hole.X[0] > _box.MaxX || hole.Y[0] < _box.MinY || hole.Y[0] > _box.MaxY)
        {
            return false;
        }

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
        long near = 0, originX = x[0], originY = y[0];
        for (var i = 1; i < x.Length - 1; i++)
        {
            long ax = x[i] - originX, ay = y[i] - originY, bx = x[i + 1] - originX, by = y[i + 1] - originY;
            if (!Orientation.AreNear(ax, ay) || !Orientation.AreNear(bx, by))
            {
                sum += ((Int128)ax * by) - ((Int128)bx * ay);
                continue;
            }

            near += (ax * by) - (bx * ay);
            if (Math.Abs(near) > 1L << 61)
            {
                sum += near;
                near = 0;
            }
        }

        return sum + near;
    }
}
