namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>The rings or lines of one feature in units of a tile; one object serves one thread and feature after feature.</summary>
internal sealed class TilePaths
{
    private int[] _x = new int[256];
    private int[] _y = new int[256];
    private int[] _start = new int[16];
    private int _points;

    /// <summary>Finished rings or lines.</summary>
    public int Count { get; private set; }

    /// <summary>Points of all that is finished.</summary>
    public int PointCount => _start[Count];

    public ReadOnlySpan<int> X(int path) => _x.AsSpan(_start[path], _start[path + 1] - _start[path]);

    public ReadOnlySpan<int> Y(int path) => _y.AsSpan(_start[path], _start[path + 1] - _start[path]);

    public void Clear() => Count = _points = 0;

    public void Add(int x, int y)
    {
        if (_points == _x.Length)
        {
            Array.Resize(ref _x, 2 * _points);
            Array.Resize(ref _y, 2 * _points);
        }

        _x[_points] = x;
        _y[_points++] = y;
    }

    /// <summary>Ends a line: a place is said once; what is less than two places is dropped.</summary>
    public void EndLine()
    {
        var kept = _start[Count];
        for (var i = kept; i < _points; i++)
        {
            if (kept == _start[Count] || _x[i] != _x[kept - 1] || _y[i] != _y[kept - 1])
            {
                (_x[kept], _y[kept++]) = (_x[i], _y[i]);
            }
        }

        _points = kept;
        End(2);
    }

    /// <summary>
    /// Ends a ring: corners on the line between their neighbours go, and so do ways out and straight back; what has no area
    /// is dropped.
    /// </summary>
    /// <returns>Whether the ring is kept.</returns>
    public bool EndRing()
    {
        var start = _start[Count];
        var kept = start;
        for (var i = start; i < _points; i++)
        {
            kept = Push(start, kept, _x[i], _y[i]);
        }

        // Where the end meets the beginning, what was straight only now shows.
        var first = start;
        while (kept - first >= 3)
        {
            if (AreInLine(kept - 2, kept - 1, first))
            {
                kept--;
            }
            else if (AreInLine(kept - 1, first, first + 1))
            {
                first++;
            }
            else
            {
                break;
            }
        }

        _x.AsSpan(first, kept - first).CopyTo(_x.AsSpan(start));
        _y.AsSpan(first, kept - first).CopyTo(_y.AsSpan(start));
        _points = start + kept - first;
        return End(3);
    }

    /// <summary>Adds a ring of another as it is.</summary>
    public void Copy(TilePaths other, int path)
    {
        ReadOnlySpan<int> x = other.X(path), y = other.Y(path);
        for (var i = 0; i < x.Length; i++)
        {
            Add(x[i], y[i]);
        }

        End(1);
    }

    /// <summary>Twice the area of a ring in square units, above zero for a shell.</summary>
    public long TwiceArea(int path)
    {
        ReadOnlySpan<int> x = X(path), y = Y(path);
        long sum = 0, originX = x[0], originY = y[0];
        for (var i = 1; i + 1 < x.Length; i++)
        {
            sum += ((x[i] - originX) * (y[i + 1] - originY)) - ((x[i + 1] - originX) * (y[i] - originY));
        }

        return sum;
    }

    /// <summary>Takes back the last ring.</summary>
    public void DropLast() => _points = _start[--Count];

    private int Push(int start, int kept, int x, int y)
    {
        while (kept - start >= 2 && Cross(kept - 2, kept - 1, x, y) == 0)
        {
            kept--;
        }

        if (kept > start && _x[kept - 1] == x && _y[kept - 1] == y)
        {
            return kept;
        }

        (_x[kept], _y[kept]) = (x, y);
        return kept + 1;
    }

    private bool AreInLine(int a, int b, int c) => Cross(a, b, _x[c], _y[c]) == 0;

    private long Cross(int a, int b, int x, int y) =>
        (((long)_x[b] - _x[a]) * ((long)y - _y[b])) - (((long)_y[b] - _y[a]) * ((long)x - _x[b]));

    private bool End(int least)
    {
        if (_points - _start[Count] < least)
        {
            _points = _start[Count];
            return false;
        }

        Count++;
        if (Count == _start.Length)
        {
            Array.Resize(ref _start, 2 * Count);
        }

        _start[Count] = _points;
        return true;
    }
}
