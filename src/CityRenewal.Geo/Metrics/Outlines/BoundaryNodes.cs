using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Quadrature nodes along all rings of an outline: each carries the piece of edge that it stands for as a vector. Long
/// edges are cut into panels; of rings with very many vertices only every so-manieth vertex is used.
/// </summary>
internal sealed class BoundaryNodes
{
    private const int PanelsAround = 64;
    private const int MostVertices = 1024;
    private static readonly double[] Middle = [0.5];
    private static readonly double[] GaussTwo = [0.5 - (0.5 / Math.Sqrt(3)), 0.5 + (0.5 / Math.Sqrt(3))];

    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<double> _edgeX = [];
    private readonly List<double> _edgeY = [];
    private double _twiceArea;

    private BoundaryNodes()
    {
    }

    /// <summary>Number of nodes.</summary>
    public int Count => _x.Count;

    /// <summary>Area inside the rings as the nodes see them, m².</summary>
    public double Area => _twiceArea / 2;

    /// <summary>Two nodes per panel: exact for cubics along an edge.</summary>
    public static BoundaryNodes Fine(Outline outline) => From(outline, StrideFor(outline), GaussTwo);

    /// <summary>One node per panel and, where vertices are left out, half as many of them: to judge the fine ones by.</summary>
    public static BoundaryNodes Coarse(Outline outline) =>
        StrideFor(outline) is var stride and > 1 ? From(outline, 2 * stride, GaussTwo) : From(outline, 1, Middle);

    /// <summary>
    /// Sum over all pairs of nodes of (edge · edge') distance³; −1/9 of it is the integral of the distance over all pairs
    /// of points inside, by the divergence theorem applied to either point.
    /// </summary>
    public double SumOverPairs()
    {
        // Padded with nodes that weigh nothing, so that the inner loop has no tail.
        var room = Count + Vector256<double>.Count;
        double[] x = new double[room], y = new double[room], edgeX = new double[room], edgeY = new double[room];
        _x.CopyTo(x);
        _y.CopyTo(y);
        _edgeX.CopyTo(edgeX);
        _edgeY.CopyTo(edgeY);
        double sum = 0;
        for (var i = 0; i < Count; i++)
        {
            sum += SumWithLater(i, x, y, edgeX, edgeY);
        }

        return 2 * sum;
    }

    private double SumWithLater(
        int i, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> edgeX, ReadOnlySpan<double> edgeY)
    {
        Vector256<double> xi = Vector256.Create(x[i]), yi = Vector256.Create(y[i]);
        Vector256<double> ui = Vector256.Create(edgeX[i]), vi = Vector256.Create(edgeY[i]), sum = Vector256<double>.Zero;
        for (var j = i + 1; j < Count; j += Vector256<double>.Count)
        {
            var dx = Vector256.Create(x[j..]) - xi;
            var dy = Vector256.Create(y[j..]) - yi;
            var squared = (dx * dx) + (dy * dy);
            sum += ((ui * Vector256.Create(edgeX[j..])) + (vi * Vector256.Create(edgeY[j..]))) * squared * Vector256.Sqrt(squared);
        }

        return Vector256.Sum(sum);
    }

    private static int StrideFor(Outline outline) => (outline.X.Length + MostVertices - 1) / MostVertices;

    private static BoundaryNodes From(Outline outline, int stride, double[] positions)
    {
        var nodes = new BoundaryNodes();
        var longest = outline.Perimeter / PanelsAround;
        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            var step = Math.Max(1, Math.Min(stride, (length - 1) / 4));
            for (var i = 0; i < length - 1; i += step)
            {
                var to = Math.Min(i + step, length - 1);
                nodes.AddEdge(x[start + i], y[start + i], x[start + to], y[start + to], longest, positions);
            }
        }

        return nodes;
    }

    private void AddEdge(double ax, double ay, double bx, double by, double longest, double[] positions)
    {
        _twiceArea += (ax * by) - (bx * ay);
        double dx = bx - ax, dy = by - ay;
        var panels = Math.Max(1, (int)Math.Ceiling(Math.Sqrt((dx * dx) + (dy * dy)) / longest));
        for (var panel = 0; panel < panels; panel++)
        {
            foreach (var position in positions)
            {
                var at = (panel + position) / panels;
                _x.Add(ax + (at * dx));
                _y.Add(ay + (at * dy));
                _edgeX.Add(dx / (panels * positions.Length));
                _edgeY.Add(dy / (panels * positions.Length));
            }
        }
    }
}
