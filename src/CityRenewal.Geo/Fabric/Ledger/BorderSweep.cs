namespace CityRenewal.Geo.Fabric;

/// <summary>Measures the land outside a ring that its border swept over while it was snapped and noded.</summary>
internal sealed class BorderSweep(SnapTrail trail)
{
    private readonly LineworkLayer _land = trail.Linework.Land;
    private readonly List<int> _path = [];

    /// <summary>Twice that land for the ring of vertices start .. end-1, square grid units.</summary>
    public double TwiceOutside(int start, int end)
    {
        var swept = 0.0;
        var v = trail.VertexOfPlace[start];
        var isAtV = IsAt(v, start);
        for (var i = start; i < end; i++)
        {
            var (u, isAtU) = (v, isAtV);
            v = trail.VertexOfPlace[i + 1 == end ? start : i + 1];
            isAtV = IsAt(v, i + 1);
            if (!isAtU || !isAtV || trail.Noding.Splits.IsCut(u, v))
            {
                _path.Clear();
                _path.Add(u);
                trail.Noding.Splits.AddPath(u, v, _path);
                swept += TwiceOutside(i);
            }
        }

        return swept;
    }

    private bool IsAt(int vertex, int place) =>
        trail.Vertices.X[vertex] == _land.Shapes.X[place] && trail.Vertices.Y[vertex] == _land.Shapes.Y[place];

    // Between the ring's own edge and the path that replaced it, quadrangle by quadrangle, cut at the path's vertices.
    private double TwiceOutside(int place)
    {
        double ax = _land.Shapes.X[place], ay = _land.Shapes.Y[place];
        double ux = _land.Shapes.X[place + 1] - ax, uy = _land.Shapes.Y[place + 1] - ay;
        var square = (ux * ux) + (uy * uy);
        var swept = 0.0;
        (double Along, double Out) before = default;
        for (var i = 0; square > 0 && i < _path.Count; i++)
        {
            double vx = trail.Vertices.X[_path[i]] - ax, vy = trail.Vertices.Y[_path[i]] - ay;

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
