using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Looks at those corners of a parcel that no neighbour has: how far they are from the neighbours' borders tells a parcel
/// that was moved, drawn too small, digitised on its own, or has a vertex more. One per thread.
/// </summary>
internal sealed class CornerSearch(City city, bool[] isShared, NearbyRows near)
{
    /// <summary>A gap is narrower than this, metres.</summary>
    public const double GapWidth = 1.5;

    /// <summary>Corners nearer than this are the same corner, metres: the snapping tolerance.</summary>
    private const double SameCorner = 0.10;

    /// <summary>A vertex is on a straight border where it is nearer than this to the line through its neighbours, metres.</summary>
    private const double Straight = 0.001;

    /// <summary>Moves that differ by less than this are one move, metres.</summary>
    private const double SameMove = 0.0015;

    private readonly PolygonColumns _shapes = city.Parcels.Shapes;
    private readonly double _units = city.Plane.UnitsPerMetre;
    private readonly List<int> _neighbours = [];
    private readonly List<(double X, double Y)> _moves = [];
    private int _row;
    private int _corners;
    private int _beside;
    private double _widest;

    /// <summary>Adds what the corners of a parcel tell.</summary>
    public void Look(int row, List<BorderFault> faults)
    {
        int start = _shapes.VertexStart(row), end = _shapes.VertexEnd(row);
        if (!isShared.AsSpan(start, end - start).Contains(false))
        {
            return;
        }

        (_row, _corners, _beside, _widest) = (row, 0, 0, 0);
        _moves.Clear();
        FindNeighbours(row);
        var alone = -1;
        for (var ring = _shapes.FeatureStart[row]; ring < _shapes.FeatureStart[row + 1]; ring++)
        {
            for (var i = _shapes.RingStart[ring]; i + 1 < _shapes.RingStart[ring + 1]; i++)
            {
                if (isShared[i])
                {
                    _corners++;
                    continue;
                }

                alone = alone < 0 ? i : alone;
                LookAt(i);
                if (IsStraight(ring, i))
                {
                    faults.Add(new BorderFault(row, BorderFaultKind.Unnoded, i, 0));
                }
            }
        }

        Judge(alone, faults);
    }

    private void FindNeighbours(int row)
    {
        var box = _shapes.BoxOf(row);
        var reach = (int)(GapWidth * _units);
        _neighbours.Clear();
        near.Near(new GridBox(box.MinX - reach, box.MinY - reach, box.MaxX + reach, box.MaxY + reach), _neighbours);
        _neighbours.Remove(row);
    }

    private void LookAt(int vertex)
    {
        int x = _shapes.X[vertex], y = _shapes.Y[vertex];
        var nearest = new NearestBorder(_shapes);
        var reach = (int)(GapWidth * _units);
        foreach (var other in _neighbours)
        {
            if (_shapes.BoxOf(other).Meets(new GridBox(x - reach, y - reach, x + reach, y + reach)))
            {
                nearest.Look(other, x, y);
            }
        }

        var same = SameCorner * _units;
        if (nearest.VertexSquare <= same * same)
        {
            _moves.Add((nearest.ToVertex.X / _units, nearest.ToVertex.Y / _units));
        }
        else if (nearest.Square > same * same && nearest.Square <= (double)reach * reach
            && !IsInAny(x, y))
        {
            _beside++;
            _widest = Math.Max(_widest, Math.Sqrt(nearest.Square) / _units);
        }
    }

    private bool IsInAny(int x, int y)
    {
        foreach (var other in _neighbours)
        {
            if (NearestBorder.IsInside(_shapes, other, x, y))
            {
                return true;
            }
        }

        return false;
    }

    // A parcel that has no corner with anybody was drawn on its own; its neighbours still have theirs with each other.
    private void Judge(int vertex, List<BorderFault> faults)
    {
        if (_corners == 0 && _beside >= 2 && _beside > _moves.Count)
        {
            faults.Add(new BorderFault(_row, BorderFaultKind.Gap, vertex, _widest));
        }
        else if (_moves.Count > 0)
        {
            var (same, move) = CommonMove();
            var isMoved = same >= 2 && 5 * same >= 3 * _moves.Count && _corners == 0;
            faults.Add(isMoved
                ? new BorderFault(_row, BorderFaultKind.Offset, vertex, Length(move))
                : new BorderFault(_row, BorderFaultKind.Noise, vertex, _moves.Max(Length)));
        }
    }

    private (int Count, (double X, double Y) Move) CommonMove()
    {
        var best = (Count: 0, Move: (X: 0.0, Y: 0.0));
        foreach (var move in _moves)
        {
            var count = _moves.Count(other => Length((other.X - move.X, other.Y - move.Y)) <= SameMove);
            if (count > best.Count)
            {
                best = (count, move);
            }
        }

        return best;
    }

    private bool IsStraight(int ring, int vertex)
    {
        int first = _shapes.RingStart[ring], last = _shapes.RingStart[ring + 1] - 1;
        int before = vertex == first ? last - 1 : vertex - 1, after = vertex + 1 > last ? first + 1 : vertex + 1;
        double ax = (double)_shapes.X[vertex] - _shapes.X[before], ay = (double)_shapes.Y[vertex] - _shapes.Y[before];
        double bx = (double)_shapes.X[after] - _shapes.X[vertex], by = (double)_shapes.Y[after] - _shapes.Y[vertex];
        var chord = Length((ax + bx, ay + by));
        return (ax * bx) + (ay * by) > 0 && Math.Abs((ax * by) - (ay * bx)) <= Straight * _units * chord;
    }

    private static double Length((double X, double Y) move) => Math.Sqrt((move.X * move.X) + (move.Y * move.Y));
}
