namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Shortest ways inside a contiguous outline between points of its outer ring. Such a way is straight but where it bends
/// around vertices that stick in (visibility graph; Lozano-Pérez and Wesley 1979); holes are walked around.
/// </summary>
internal sealed class InsidePaths
{
    private readonly ThinnedRings _rings;
    private readonly List<BoundaryPoint> _bends = [];
    private readonly int[] _next;
    private readonly double _touch;
    private double[] _betweenBends = [];

    public InsidePaths(ThinnedRings rings, double size)
    {
        _rings = rings;
        _touch = size * 1e-9;
        _next = new int[rings.Count];
        for (var ring = 1; ring < rings.Start.Count; ring++)
        {
            CollectBends(rings.Start[ring - 1], rings.Start[ring]);
        }

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
                _rings.X[edge] + (share * (_rings.X[_next[edge]] - _rings.X[edge])),
                _rings.Y[edge] + (share * (_rings.Y[_next[edge]] - _rings.Y[edge])), edge, _next[edge], -1);
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
        var shortest = double.PositiveInfinity;
        for (var i = 0; i < there.Length; i++)
        {
            shortest = Math.Min(shortest, there[i] + onward[i]);
        }

        return shortest;
    }

    private double LengthFrom(int vertex) => Math.Sqrt(
        Square(_rings.X[_next[vertex]] - _rings.X[vertex]) + Square(_rings.Y[_next[vertex]] - _rings.Y[vertex]));

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
            if (Turn(before, i, _rings.X[after], _rings.Y[after]) <= _touch * LengthFrom(before))
            {
                _bends.Add(new(_rings.X[i], _rings.Y[i], before, after, i));
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
        for (var j = 0; j < lengths.Length; j++)
        {
            lengths[j] = Math.Min(lengths[j], there + onward[j]);
        }
    }

    // A shortest way bends around a vertex only if both edges there lie on one side of it.
    private bool IsTangent(BoundaryPoint from, BoundaryPoint bend)
    {
        double dx = bend.X - from.X, dy = bend.Y - from.Y, touch = _touch * Math.Sqrt(Square(dx) + Square(dy));
        var before = (dx * (_rings.Y[bend.Before] - bend.Y)) - (dy * (_rings.X[bend.Before] - bend.X));
        var after = (dx * (_rings.Y[bend.After] - bend.Y)) - (dy * (_rings.X[bend.After] - bend.X));
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

        return LooksIn(p, q) && LooksIn(q, p) && IsFree(p, q, dx / length, dy / length, length) ? length : double.PositiveInfinity;
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

    // No edge is crossed, and no vertex is passed: a way along a vertex is found as two ways, to it and from it.
    private bool IsFree(BoundaryPoint p, BoundaryPoint q, double ux, double uy, double length)
    {
        for (var a = 0; a < _next.Length; a++)
        {
            double ax = _rings.X[a] - p.X, ay = _rings.Y[a] - p.Y;
            double besideA = (ux * ay) - (uy * ax), alongA = (ux * ax) + (uy * ay);
            if (Math.Abs(besideA) <= _touch)
            {
                if (alongA > _touch && alongA < length - _touch)
                {
                    return false;
                }

                continue;
            }

            double bx = _rings.X[_next[a]] - p.X, by = _rings.Y[_next[a]] - p.Y, besideB = (ux * by) - (uy * bx);
            if (Math.Abs(besideB) > _touch && (besideA > 0) != (besideB > 0))
            {
                var alongB = (ux * bx) + (uy * by);
                var crossing = alongA + ((alongB - alongA) * besideA / (besideA - besideB));
                if (crossing > _touch && crossing < length - _touch)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private double Turn(int a, int b, double x, double y) =>
        ((_rings.X[b] - _rings.X[a]) * (y - _rings.Y[a])) - ((_rings.Y[b] - _rings.Y[a]) * (x - _rings.X[a]));

    private static double Square(double value) => value * value;
}
