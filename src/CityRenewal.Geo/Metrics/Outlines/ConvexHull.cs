using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The convex hull of an outline's shells, by Andrew's monotone chain (1979) over vertices sorted as integers: the same
/// for any first vertex and any order of parts. Anticlockwise, not closed, without collinear vertices.
/// </summary>
internal sealed class ConvexHull
{
    private ulong[] _keys = new ulong[64];
    private double[] _x = new double[64];
    private double[] _y = new double[64];

    /// <summary>Number of corners.</summary>
    public int Count { get; private set; }

    /// <summary>East of the corners, metres from the west side of the box.</summary>
    public ReadOnlySpan<double> X => _x.AsSpan(0, Count);

    /// <summary>North of the corners, metres from the south side of the box.</summary>
    public ReadOnlySpan<double> Y => _y.AsSpan(0, Count);

    /// <summary>Area inside, m².</summary>
    public double Area
    {
        get
        {
            double twice = 0;
            for (var i = 2; i < Count; i++)
            {
                twice += Cross(0, i - 1, i);
            }

            return twice / 2;
        }
    }

    /// <summary>Length around, metres.</summary>
    public double Perimeter
    {
        get
        {
            double sum = 0;
            for (int i = 0, j = Count - 1; i < Count; j = i++)
            {
                sum += Math.Sqrt(SquaredDistance(j, i));
            }

            return sum;
        }
    }

    /// <summary>Square of the distance of two corners, m².</summary>
    public double SquaredDistance(int i, int j)
    {
        double dx = _x[i] - _x[j], dy = _y[i] - _y[j];
        return (dx * dx) + (dy * dy);
    }

    /// <summary>Twice the signed area of a triangle of corners, m²: positive where k lies left of i → j.</summary>
    public double Cross(int i, int j, int k) =>
        ((_x[j] - _x[i]) * (_y[k] - _y[i])) - ((_y[j] - _y[i]) * (_x[k] - _x[i]));

    /// <summary>Computes the hull of a feature into the memory of the last one.</summary>
    public void Rebuild(PolygonColumns shapes, int feature, double gridSize)
    {
        var keys = SortedVertices(shapes, feature);
        if (_x.Length < keys.Length + 1)
        {
            (_x, _y) = (new double[(keys.Length * 2) + 1], new double[(keys.Length * 2) + 1]);
        }

        Count = 0;
        Chain(keys, 0, keys.Length, 1);
        if (keys.Length > 1)
        {
            Chain(keys, keys.Length - 2, -1, -1);
            Count--; // the chain back ends where the first began
        }

        for (var i = 0; i < Count; i++)
        {
            _x[i] *= gridSize;
            _y[i] *= gridSize;
        }
    }

    private void Chain(ReadOnlySpan<ulong> keys, int from, int to, int step)
    {
        var floor = step > 0 ? 1 : Count;
        for (var i = from; i != to; i += step)
        {
            double x = keys[i] >> 32, y = (uint)keys[i];
            while (Count > floor && IsNoLeftTurn(x, y))
            {
                Count--;
            }

            _x[Count] = x;
            _y[Count++] = y;
        }
    }

    private bool IsNoLeftTurn(double x, double y)
    {
        double ax = _x[Count - 2], ay = _y[Count - 2];
        return ((_x[Count - 1] - ax) * (y - ay)) - ((_y[Count - 1] - ay) * (x - ax)) <= 0;
    }

    // West-east, then south-north, relative to the box, in one 64-bit key: sorted without a comparer, then made distinct.
    private ReadOnlySpan<ulong> SortedVertices(PolygonColumns shapes, int feature)
    {
        var box = shapes.BoxOf(feature);
        int start = shapes.VertexStart(feature), end = shapes.VertexEnd(feature), count = 0;
        if (_keys.Length < end - start)
        {
            _keys = new ulong[(end - start) * 2];
        }

        for (var i = start; i < end; i++)
        {
            _keys[count++] = ((ulong)((long)shapes.X[i] - box.MinX) << 32) | (ulong)((long)shapes.Y[i] - box.MinY);
        }

        var keys = _keys.AsSpan(0, count);
        keys.Sort();
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (kept == 0 || keys[i] != keys[kept - 1])
            {
                keys[kept++] = keys[i];
            }
        }

        return keys[..kept];
    }
}
