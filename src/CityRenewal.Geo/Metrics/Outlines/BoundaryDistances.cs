namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Distances of many points to the nearest edge. Points are halved again and again into smaller boxes, and each box
/// keeps only the edges that can be nearest to any of its points, so that at the end a few are left to try.
/// </summary>
internal sealed class BoundaryDistances
{
    private const int FewPoints = 12;

    private readonly BoundaryEdges _edges;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _order;
    private readonly double[] _distance;
    private int[] _candidates;
    private double[] _squares = [];

    private BoundaryDistances(BoundaryEdges edges, double[] x, double[] y)
    {
        (_edges, _x, _y) = (edges, x, y);
        _order = [.. Enumerable.Range(0, x.Length)];
        _distance = new double[x.Length];
        _candidates = [.. Enumerable.Range(0, edges.Count)];
    }

    /// <summary>The distance of each point, metres.</summary>
    public static double[] Of(BoundaryEdges edges, double[] x, double[] y)
    {
        var work = new BoundaryDistances(edges, x, y);
        work._squares = new double[edges.Count];
        work.Visit(0, x.Length, 0, edges.Count);
        return work._distance;
    }

    // The candidates of a box are a range of one stack; what a box keeps is put on top and taken off afterwards.
    private void Visit(int start, int end, int candidates, int candidateEnd)
    {
        if (end - start <= FewPoints)
        {
            for (var i = start; i < end; i++)
            {
                _distance[_order[i]] = Nearest(_order[i], candidates, candidateEnd);
            }

            return;
        }

        var (centreX, centreY, halfX, halfY) = Box(start, end);
        var keptEnd = Keep(centreX, centreY, Math.Sqrt((halfX * halfX) + (halfY * halfY)), candidates, candidateEnd);
        var middle = halfX >= halfY ? Split(_x, centreX, start, end) : Split(_y, centreY, start, end);
        if (middle == start || middle == end)
        {
            middle = (start + end) / 2; // all points in one place
        }

        Visit(start, middle, candidateEnd, keptEnd);
        Visit(middle, end, candidateEnd, keptEnd);
    }

    private double Nearest(int point, int candidates, int candidateEnd)
    {
        var nearest = double.PositiveInfinity;
        for (var i = candidates; i < candidateEnd; i++)
        {
            nearest = Math.Min(nearest, _edges.SquaredDistance(_candidates[i], _x[point], _y[point]));
        }

        return Math.Sqrt(nearest);
    }

    private (double CentreX, double CentreY, double HalfX, double HalfY) Box(int start, int end)
    {
        double minX = double.PositiveInfinity, minY = minX, maxX = double.NegativeInfinity, maxY = maxX;
        for (var i = start; i < end; i++)
        {
            minX = Math.Min(minX, _x[_order[i]]);
            maxX = Math.Max(maxX, _x[_order[i]]);
            minY = Math.Min(minY, _y[_order[i]]);
            maxY = Math.Max(maxY, _y[_order[i]]);
        }

        return ((minX + maxX) / 2, (minY + maxY) / 2, (maxX - minX) / 2, (maxY - minY) / 2);
    }

    // An edge farther from the centre than the nearest one by more than the box's diameter is nearest to none of its points.
    private int Keep(double x, double y, double halfDiagonal, int candidates, int candidateEnd)
    {
        var nearest = double.PositiveInfinity;
        for (var i = candidates; i < candidateEnd; i++)
        {
            var squared = _edges.SquaredDistance(_candidates[i], x, y);
            _squares[i - candidates] = squared;
            nearest = Math.Min(nearest, squared);
        }

        var limit = Math.Sqrt(nearest) + (2 * halfDiagonal);
        limit *= limit * (1 + 1e-12);
        if (_candidates.Length < candidateEnd + (candidateEnd - candidates))
        {
            Array.Resize(ref _candidates, 2 * (candidateEnd + (candidateEnd - candidates)));
        }

        var kept = candidateEnd;
        for (var i = candidates; i < candidateEnd; i++)
        {
            if (_squares[i - candidates] <= limit)
            {
                _candidates[kept++] = _candidates[i];
            }
        }

        return kept;
    }

    private int Split(double[] along, double middle, int start, int end)
    {
        var at = start;
        for (var i = start; i < end; i++)
        {
            if (along[_order[i]] < middle)
            {
                (_order[at], _order[i]) = (_order[i], _order[at]);
                at++;
            }
        }

        return at;
    }
}
