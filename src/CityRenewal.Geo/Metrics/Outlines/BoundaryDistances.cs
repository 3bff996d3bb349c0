using System.Buffers;
using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Distances of many points to the nearest edge. Points are halved again and again into smaller boxes, and each box
/// keeps only the edges that can be nearest to any of its points, so that at the end a few are left to try.
/// </summary>
internal sealed class BoundaryDistances
{
    private const int FewPoints = 12;
    private const int Lanes = 4;

    private readonly BoundaryEdges _edges;
    // The points in the order of the boxes, and which of the given ones each is.
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _order;
    private readonly double[] _distance;

    private BoundaryDistances(BoundaryEdges edges, double[] x, double[] y)
    {
        _edges = edges;
        (_x, _y) = (ArrayPool<double>.Shared.Rent(x.Length), ArrayPool<double>.Shared.Rent(x.Length));
        _order = ArrayPool<int>.Shared.Rent(x.Length);
        x.CopyTo(_x, 0);
        y.CopyTo(_y, 0);
        for (var i = 0; i < x.Length; i++)
        {
            _order[i] = i;
        }

        _distance = new double[x.Length];
    }

    /// <summary>The distance of each point, metres.</summary>
    public static double[] Of(BoundaryEdges edges, double[] x, double[] y)
    {
        var work = new BoundaryDistances(edges, x, y);
        work.Visit(0, x.Length, 0, edges.Count);
        work.Return();
        return work._distance;
    }

    private void Return()
    {
        ArrayPool<double>.Shared.Return(_x);
        ArrayPool<double>.Shared.Return(_y);
        ArrayPool<int>.Shared.Return(_order);
    }

    private void Visit(int start, int end, int edges, int edgesEnd)
    {
        if (end - start <= FewPoints)
        {
            for (var i = start; i < end; i++)
            {
                _distance[_order[i]] = Math.Sqrt(_edges.NearestSquare(edges, edgesEnd, _x[i], _y[i]));
            }

            return;
        }

        var (centreX, centreY, halfX, halfY) = Box(start, end);
        // An edge farther from the centre than the nearest one by more than the box's diameter is nearest to none of its points.
        var diameter = 2 * Math.Sqrt((halfX * halfX) + (halfY * halfY));
        var keptEnd = _edges.Keep(edges, edgesEnd, centreX, centreY, diameter);
        var middle = halfX >= halfY ? Split(_x, centreX, start, end) : Split(_y, centreY, start, end);
        if (middle == start || middle == end)
        {
            middle = (start + end) / 2; // all points in one place
        }

        Visit(start, middle, edgesEnd, keptEnd);
        Visit(middle, end, edgesEnd, keptEnd);
    }

    private (double CentreX, double CentreY, double HalfX, double HalfY) Box(int start, int end)
    {
        var (minX, maxX) = RangeOf(_x.AsSpan(start, end - start));
        var (minY, maxY) = RangeOf(_y.AsSpan(start, end - start));
        return ((minX + maxX) / 2, (minY + maxY) / 2, (maxX - minX) / 2, (maxY - minY) / 2);
    }

    // There are more points than lanes; the last lanes may be looked at twice.
    private static (double Min, double Max) RangeOf(ReadOnlySpan<double> values)
    {
        Vector256<double> min = Vector256.Create(values), max = min;
        for (var i = Lanes; i < values.Length; i += Lanes)
        {
            var next = Vector256.Create(values[Math.Min(i, values.Length - Lanes)..]);
            min = Vector256.Min(min, next);
            max = Vector256.Max(max, next);
        }

        return (Math.Min(Math.Min(min[0], min[1]), Math.Min(min[2], min[3])),
            Math.Max(Math.Max(max[0], max[1]), Math.Max(max[2], max[3])));
    }

    private int Split(double[] along, double middle, int start, int end)
    {
        var at = start;
        for (var i = start; i < end; i++)
        {
            if (along[i] < middle)
            {
                (_order[at], _order[i]) = (_order[i], _order[at]);
                (_x[at], _x[i]) = (_x[i], _x[at]);
                (_y[at], _y[i]) = (_y[i], _y[at]);
                at++;
            }
        }

        return at;
    }
}
