namespace CityRenewal.Geo.Fabric;

/// <summary>
/// What every parcel gained and lost by snapping: the land its border swept over on the way from its own ring on the grid
/// to the fabric. The difference of both is exact: faces minus own ring; where border and ring cross, the split is to the
/// accuracy of doubles.
/// </summary>
internal sealed class SnapBalance
{
    private readonly SnapTrail _trail;
    private readonly LineworkLayer _land;

    private SnapBalance(SnapTrail trail, int parcelCount)
    {
        _trail = trail;
        _land = trail.Linework.Land;
        TwiceGained = new double[parcelCount];
        TwiceLost = new double[parcelCount];
    }

    /// <summary>Twice the land gained per parcel, square grid units.</summary>
    public double[] TwiceGained { get; }

    /// <summary>Twice the land lost per parcel, square grid units.</summary>
    public double[] TwiceLost { get; }

    /// <summary>Balances every parcel against twice the area of its faces.</summary>
    public static SnapBalance Of(SnapTrail trail, long[] twiceFaces, ParallelOptions parallel)
    {
        var balance = new SnapBalance(trail, twiceFaces.Length);
        Parallel.ForEach(trail.Linework.Chunks.Where(chunk => chunk.Layer.Role == LineworkRole.Land), parallel, chunk =>
        {
            var path = new List<int>();
            foreach (var (feature, start, end) in chunk.Rings())
            {
                balance.TwiceGained[feature] += balance.SweptOutwards(start, end, path);
            }

            for (var row = chunk.First; row < chunk.End; row++)
            {
                balance.Settle(row, twiceFaces[row]);
            }
        });
        return balance;
    }

    private void Settle(int row, long twiceFaces)
    {
        if (_land.Takes(row))
        {
            var net = (double)(twiceFaces - _land.Shapes.TwiceAreaOf(row));
            TwiceGained[row] = Math.Max(TwiceGained[row], Math.Max(net, 0));
            TwiceLost[row] = TwiceGained[row] - net;
        }
    }

    private double SweptOutwards(int start, int end, List<int> path)
    {
        var swept = 0.0;
        for (var i = start; i < end; i++)
        {
            int u = _trail.VertexOfPlace[i], v = _trail.VertexOfPlace[i + 1 == end ? start : i + 1];
            var edge = u == v ? -1 : _trail.Edges.Find(u, v);
            if (IsAt(u, i) && IsAt(v, i + 1) && (edge < 0 || !_trail.Edges.IsDead[edge]))
            {
                continue;
            }

            path.Clear();
            path.Add(u);
            _trail.Noding.Splits.AddPath(u, v, path);
            swept += SweptOutwards(i, path);
        }

        return swept;
    }

    private bool IsAt(int vertex, int place) =>
        _trail.Vertices.X[vertex] == _land.Shapes.X[place] && _trail.Vertices.Y[vertex] == _land.Shapes.Y[place];

    // Between the ring's own edge and the path that replaced it, quadrangle by quadrangle, cut at the path's vertices.
    private double SweptOutwards(int place, List<int> path)
    {
        double ax = _land.Shapes.X[place], ay = _land.Shapes.Y[place];
        double ux = _land.Shapes.X[place + 1] - ax, uy = _land.Shapes.Y[place + 1] - ay;
        var square = (ux * ux) + (uy * uy);
        var swept = 0.0;
        (double Along, double Out) before = default;
        for (var i = 0; i < path.Count; i++)
        {
            double vx = _trail.Vertices.X[path[i]] - ax, vy = _trail.Vertices.Y[path[i]] - ay;

            // Outwards is to the right: the parcel lies on the left of its rings.
            var now = (Along: ((ux * vx) + (uy * vy)) / square, Out: (uy * vx) - (ux * vy));
            swept += i == 0 ? 0 : TwiceOutside(before, now);
            before = now;
        }

        return swept;
    }

    // Twice the area between the ring's edge and one piece of the path, as far as it lies outside.
    private static double TwiceOutside((double Along, double Out) a, (double Along, double Out) b)
    {
        var step = Math.Abs(b.Along - a.Along);
        if (a.Out >= 0 == b.Out >= 0)
        {
            return Math.Max(0, (a.Out + b.Out) * step);
        }

        double outer = Math.Max(a.Out, b.Out), inner = -Math.Min(a.Out, b.Out);
        return outer * outer / (outer + inner) * step;
    }
}
