namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Puts the borders of open land into a Delaunay triangulation (Sloan 1993): a border that is missing is won by flipping
/// what crosses it; then the flipped edges are made Delaunay again, up to the borders.
/// </summary>
internal sealed class Constraints
{
    private const int BordersPerChunk = 1 << 13;

    private readonly Subdivision _plane;
    private readonly OpenPoints _points;
    private readonly int[] _spoke; // one edge out of every point
    private readonly Queue<int> _crossing = new();
    private readonly List<int> _flipped = [];

    private Constraints(Subdivision plane, OpenPoints points)
    {
        _points = points;
        _plane = plane;
        _spoke = new int[points.Count];
        for (var e = 0; e < plane.Count; e++)
        {
            if (plane.Origin(e) >= 0)
            {
                _spoke[plane.Origin(e)] = e;
            }
        }
    }

    /// <summary>Puts all borders of open land in.</summary>
    public static void Insert(Subdivision plane, OpenPoints points, ParallelOptions parallel)
    {
        var constraints = new Constraints(plane, points);
        var missing = new List<int>[(points.Borders.Length + BordersPerChunk - 1) / BordersPerChunk];
        Parallel.For(0, missing.Length, parallel, chunk => missing[chunk] = constraints.MarkPresent(chunk));
        foreach (var chunk in missing)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            foreach (var border in chunk)
            {
                constraints.Insert(border);
            }
        }
    }

    private List<int> MarkPresent(int chunk)
    {
        var missing = new List<int>();
        var end = Math.Min((chunk + 1) * BordersPerChunk, _points.Borders.Length);
        for (var i = chunk * BordersPerChunk; i < end; i++)
        {
            if (!Mark(_points.Borders[i]))
            {
                missing.Add(_points.Borders[i]);
            }
        }

        return missing;
    }

    private bool Mark(int border)
    {
        var (from, to) = _points.EndsOf(border);
        var e = Find(from, to);
        if (e >= 0)
        {
            _plane.SetHalfEdge(e, border);
        }

        return e >= 0;
    }

    private int Find(int from, int to)
    {
        var e = _spoke[from];
        do
        {
            if (_plane.Target(e) == to)
            {
                return e;
            }

            e = _plane.OriginNext(e);
        }
        while (e != _spoke[from]);
        return -1;
    }

    private void Insert(int border)
    {
        if (Mark(border))
        {
            return;
        }

        var (from, to) = _points.EndsOf(border);
        CollectCrossing(from, to);
        _flipped.Clear();
        while (_crossing.TryDequeue(out var e))
        {
            FlipAway(e, from, to);
        }

        if (!Mark(border))
        {
            throw new InvalidOperationException("A border of the fabric could not be put into the triangulation of open land.");
        }

        Restore();
    }

    // All free edges between the two points, from one to the other.
    private void CollectCrossing(int from, int to)
    {
        var e = _spoke[from];
        while (_plane.Turn(from, to, _plane.Target(e)) >= 0
            || _plane.Turn(from, to, _plane.Target(_plane.OriginNext(e))) <= 0
            || _plane.Turn(_plane.Target(e), _plane.Target(_plane.OriginNext(e)), from) <= 0)
        {
            e = _plane.OriginNext(e);
        }

        // The edge across, running from the right of the border to its left.
        var across = _plane.LeftNext(e);
        while (true)
        {
            _crossing.Enqueue(across);
            var beyond = _plane.OriginPrevious(across);
            var apex = _plane.Target(beyond);
            if (apex == to)
            {
                return;
            }

            // The triangle beyond has two further sides, right point → apex and apex → left point: one of them is next.
            across = _plane.Turn(from, to, apex) > 0 ? beyond : _plane.LeftNext(beyond);
        }
    }

    private void FlipAway(int e, int from, int to)
    {
        int right = _plane.Origin(e), left = _plane.Target(e);
        int near = _plane.Target(_plane.OriginNext(e)), far = _plane.Target(_plane.OriginPrevious(e));
        if (_plane.Turn(near, right, far) <= 0 || _plane.Turn(far, left, near) <= 0)
        {
            _crossing.Enqueue(e);
            return;
        }

        FlipKeepingSpokes(e);
        int a = _plane.Origin(e), b = _plane.Target(e);
        var crosses = a != from && a != to && b != from && b != to
            && _plane.Turn(from, to, a) * _plane.Turn(from, to, b) < 0;
        if (crosses)
        {
            _crossing.Enqueue(e);
        }
        else
        {
            _flipped.Add(e);
        }
    }

    private void Restore()
    {
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var e in _flipped)
            {
                if (_plane.HalfEdge(e) >= 0)
                {
                    continue;
                }

                int left = _plane.Target(_plane.OriginNext(e)), right = _plane.Target(_plane.OriginPrevious(e));
                if (_plane.InCircle(_plane.Origin(e), _plane.Target(e), left, right))
                {
                    FlipKeepingSpokes(e);
                    hasChanged = true;
                }
            }
        }
    }

    private void FlipKeepingSpokes(int e)
    {
        _spoke[_plane.Origin(e)] = _plane.OriginPrevious(e);
        _spoke[_plane.Target(e)] = _plane.OriginPrevious(e ^ 1);
        _plane.Flip(e);
    }
}
