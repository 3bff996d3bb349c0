using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Shortest ways inside a contiguous outline between points of its outer ring. Such a way is straight but where it bends
/// around vertices that stick in (visibility graph; Lozano-Pérez and Wesley 1979); holes are walked around.
/// </summary>
internal sealed class InsidePaths
{
    private const int Lanes = 4;

    private readonly ThinnedRings _rings;
    private readonly List<BoundaryPoint> _bends = [];
    private readonly int[] _next;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly SightLines _sight;
    private readonly double _touch;
    private double[] _betweenBends = [];

    public InsidePaths(ThinnedRings rings, double size)
    {
        _rings = rings;
        _touch = size * 1e-9;
        _next = new int[rings.Count];
        (_x, _y) = (rings.X.ToArray(), rings.Y.ToArray());
        for (var ring = 1; ring < rings.Start.Count; ring++)
        {
            CollectBends(rings.Start[ring - 1], rings.Start[ring]);
        }

        _sight = new SightLines(_x, _y, _next, _touch);
        ConnectBends();
    }

    /// <summary>Points in equal steps along the outer ring, in the middle of each step.</summary>
    public BoundaryPoint[] PointsAround(int count)
    {
        var end = _rings.Start[1];
        double around = 0;
        for (var i = 0; i < end; i++)
        {
            around += LengthFrom(i);
        }

        var points = new BoundaryPoint[count];
        var edge = 0;
        var passed = 0.0;
        for (var i = 0; i < count; i++)
        {
            var at = (i + 0.5) * around / count;
            while (edge < end - 1 && passed + LengthFrom(edge) < at)
            {
                passed += LengthFrom(edge++);
            }

            // Kept off the corners: a point within an edge sees what is on its left, and nothing else to decide.
            var share = Math.Clamp((at - passed) / LengthFrom(edge), 1e-6, 1 - 1e-6);
            points[i] = new(
                _x[edge] + (share * (_x[_next[edge]] - _x[edge])),
                _y[edge] + (share * (_y[_next[edge]] - _y[edge])), edge, _next[edge], -1);
        }

        return points;
    }

    /// <summary>Length of the shortest way between any two of the points, metres, row by row; infinite where there is none.</summary>
    public double[] LengthsBetween(BoundaryPoint[] points)
    {
        int count = points.Length, bends = _bends.Count;
        var toBend = new double[count * bends];
        for (var i = 0; i < count; i++)
        {
            var straight = new double[bends];
            for (var bend = 0; bend < bends; bend++)
            {
                straight[bend] = IsTangent(points[i], _bends[bend]) ? Straight(points[i], _bends[bend]) : double.PositiveInfinity;
            }

            for (var bend = 0; bend < bends; bend++)
            {
                toBend[(i * bends) + bend] = Shortest(straight, _betweenBends.AsSpan(bend * bends, bends));
            }
        }

        var lengths = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var length = Straight(points[i], points[j]);
                if (double.IsPositiveInfinity(length))
                {
                    length = Shortest(toBend.AsSpan(i * bends, bends), toBend.AsSpan(j * bends, bends));
                }

                lengths[(i * count) + j] = lengths[(j * count) + i] = length;
            }
        }

        return lengths;
    }

    private static double Shortest(ReadOnlySpan<double> there, ReadOnlySpan<double> onward)
    {
        var i = 0;
        var lanes = Vector256.Create(double.PositiveInfinity);
        for (; i + Lanes <= there.Length; i += Lanes)
        {
            lanes = Vector256.Min(lanes, Vector256.Create(there[i..]) + Vector256.Create(onward[i..]));
        }

        var shortest = Math.Min(Math.Min(lanes[0], lanes[1]), Math.Min(lanes[2], lanes[3]));
        for (; i < there.Length; i++)
        {
            shortest = Math.Min(shortest, there[i] + onward[i]);
        }

        return shortest;
    }

    private double LengthFrom(int vertex) => Math.Sqrt(
        Square(_x[_next[vertex]] - _x[vertex]) + Square(_y[_next[vertex]] - _y[vertex]));

    // Land lies on the left of every ring, so a right turn sticks into it; ways along a side go by its straight corners too.
    private void CollectBends(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            _next[i] = i == end - 1 ? start : i + 1;
        }

        for (var i = start; i < end; i++)
        {
            int before = i == start ? end - 1 : i - 1, after = _next[i];
            if (Turn(before, i, _x[after], _y[after]) <= _touch * LengthFrom(before))
            {
                _bends.Add(new(_x[i], _y[i], before, after, i));
            }
        }
    }

    private void ConnectBends()
    {
        var count = _bends.Count;
        _betweenBends = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                _betweenBends[(i * count) + j] = _betweenBends[(j * count) + i] =
                    IsTangent(_bends[i], _bends[j]) && IsTangent(_bends[j], _bends[i])
                        ? Straight(_bends[i], _bends[j])
                        : double.PositiveInfinity;
            }
        }

        // Floyd and Warshall
        for (var over = 0; over < count; over++)
        {
            for (var i = 0; i < count; i++)
            {
                var there = _betweenBends[(i * count) + over];
                if (!double.IsPositiveInfinity(there))
                {
                    Relax(_betweenBends.AsSpan(i * count, count), _betweenBends.AsSpan(over * count, count), there);
                }
            }
        }
    }

    private static void Relax(Span<double> lengths, ReadOnlySpan<double> onward, double there)
    {
        var j = 0;
        for (; j + Lanes <= lengths.Length; j += Lanes)
        {
            var over = Vector256.Create(there) + Vector256.Create(onward[j..]);
            Vector256.Min(Vector256.Create<double>(lengths[j..]), over).CopyTo(lengths[j..]);
        }

        for (; j < lengths.Length; j++)
        {
            lengths[j] = Math.Min(lengths[j], there + onward[j]);
        }
    }

    // A shortest way bends around a vertex only if both edges there lie on one side of it.
    private bool IsTangent(BoundaryPoint from, BoundaryPoint bend)
    {
        double dx = bend.X - from.X, dy = bend.Y - from.Y, touch = _touch * Math.Sqrt(Square(dx) + Square(dy));
        var before = (dx * (_y[bend.Before] - bend.Y)) - (dy * (_x[bend.Before] - bend.X));
        var after = (dx * (_y[bend.After] - bend.Y)) - (dy * (_x[bend.After] - bend.X));
        return Math.Abs(before) <= touch || Math.Abs(after) <= touch || before > 0 == after > 0;
    }

    /// <summary>Distance of two points in sight of each other; infinite where the straight line leaves the land.</summary>
    private double Straight(BoundaryPoint p, BoundaryPoint q)
    {
        double dx = q.X - p.X, dy = q.Y - p.Y, length = Math.Sqrt((dx * dx) + (dy * dy));
        if (AreOnOneEdge(p, q) || length <= _touch)
        {
            return length;
        }

        return LooksIn(p, q) && LooksIn(q, p) && _sight.IsFree(p, dx / length, dy / length, length) ? length : double.PositiveInfinity;
    }

    private bool AreOnOneEdge(BoundaryPoint p, BoundaryPoint q)
    {
        int p0 = p.Vertex < 0 ? p.Before : p.Vertex, q0 = q.Vertex < 0 ? q.Before : q.Vertex;
        return p0 == q0
            || (p.Vertex >= 0 && p.Vertex == q.After) || (q.Vertex >= 0 && q.Vertex == p.After);
    }

    // Whether the way from p to q starts out on land.
    private bool LooksIn(BoundaryPoint p, BoundaryPoint q) => p.Vertex < 0
        ? Turn(p.Before, p.After, q.X, q.Y) > 0
        : Turn(p.Before, p.Vertex, q.X, q.Y) >= 0 || Turn(p.Vertex, p.After, q.X, q.Y) >= 0;

    private double Turn(int a, int b, double x, double y) =>
        ((_x[b] - _x[a]) * (y - _y[a])) - ((_y[b] - _y[a]) * (x - _x[a]));

    private static double Square(double value) => value * value;
}
