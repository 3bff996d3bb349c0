namespace CityRenewal.Geo.Metrics;

/// <summary>The edges of an outline, prepared to answer how far a point lies from the nearest one.</summary>
internal sealed class BoundaryEdges
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _edgeX;
    private readonly double[] _edgeY;
    private readonly double[] _inverseSquare;

    public BoundaryEdges(Outline outline)
    {
        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        Count = x.Length - outline.RingCount;
        _x = new double[Count];
        _y = new double[Count];
        _edgeX = new double[Count];
        _edgeY = new double[Count];
        _inverseSquare = new double[Count];
        var edge = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + length; i++, edge++)
            {
                (_x[edge], _y[edge]) = (x[i - 1], y[i - 1]);
                double dx = x[i] - x[i - 1], dy = y[i] - y[i - 1];
                (_edgeX[edge], _edgeY[edge]) = (dx, dy);
                _inverseSquare[edge] = dx == 0 && dy == 0 ? 0 : 1 / ((dx * dx) + (dy * dy));
            }
        }
    }

    /// <summary>Number of edges, those of length 0 included.</summary>
    public int Count { get; }

    /// <summary>Square of the distance of a point from an edge, m².</summary>
    public double SquaredDistance(int edge, double x, double y)
    {
        double dx = x - _x[edge], dy = y - _y[edge];
        var along = Math.Clamp(((dx * _edgeX[edge]) + (dy * _edgeY[edge])) * _inverseSquare[edge], 0, 1);
        dx -= along * _edgeX[edge];
        dy -= along * _edgeY[edge];
        return (dx * dx) + (dy * dy);
    }
}
