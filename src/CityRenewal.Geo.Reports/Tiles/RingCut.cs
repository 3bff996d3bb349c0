namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// Cuts the rings of one feature to the frame of a tile. What lies inside of the frame is kept as chains from border to border,
/// which are joined along the border with the inside on the left, so that an outline that enters several times gives
/// several parts and never a bridge along the border. One object serves one thread.
/// </summary>
internal sealed class RingCut
{
    private const int Low = -TileAddress.Margin;
    private const int High = TileAddress.Extent + TileAddress.Margin;
    private const int Side = High - Low;
    private const int Around = 4 * Side;

    private readonly List<Chain> _chains = [];
    private readonly List<int> _whole = [];
    private readonly List<int> _x = [];
    private readonly List<int> _y = [];
    private bool _isAroundMiddle;

    /// <summary>Cuts rings; those that come out are not in the order of shells and holes.</summary>
    public void Cut(TilePaths rings, TilePaths cut)
    {
        Reset();
        for (var ring = 0; ring < rings.Count; ring++)
        {
            Take(rings, ring);
        }

        cut.Clear();
        if (_chains.Count > 0)
        {
            Join(cut);
        }
        else if (_isAroundMiddle)
        {
            AddFrame(cut);
        }

        foreach (var ring in _whole)
        {
            cut.Copy(rings, ring);
        }
    }

    private void Reset()
    {
        _chains.Clear();
        _whole.Clear();
        _x.Clear();
        _y.Clear();
        _isAroundMiddle = false;
    }

    private void Take(TilePaths rings, int ring)
    {
        ReadOnlySpan<int> x = rings.X(ring), y = rings.Y(ring);
        var start = 0;
        while (start < x.Length && IsInside(x[start], y[start]))
        {
            start++;
        }

        if (start == x.Length)
        {
            _whole.Add(ring);
            return;
        }

        for (int i = 0, at = start; i < x.Length; i++)
        {
            var next = at + 1 == x.Length ? 0 : at + 1;
            Step(x[at], y[at], x[next], y[next]);
            at = next;
        }

        _isAroundMiddle ^= IsAroundMiddle(x, y);
    }

    private void Step(int ax, int ay, int bx, int by)
    {
        bool fromInside = IsInside(ax, ay), toInside = IsInside(bx, by);
        if (fromInside && toInside)
        {
            Put(bx, by);
        }
        else if (fromInside)
        {
            Close(FrameCrossing.Of(ax, ay, bx, by, isEntry: false));
        }
        else if (toInside)
        {
            Open(FrameCrossing.Of(ax, ay, bx, by, isEntry: true));
            Put(bx, by);
        }
        else if (FrameCrossing.Passes(ax, ay, bx, by))
        {
            Open(FrameCrossing.Of(ax, ay, bx, by, isEntry: true));
            Close(FrameCrossing.Of(ax, ay, bx, by, isEntry: false));
        }
    }

    private void Open(FrameCrossing entry)
    {
        _chains.Add(new Chain(_x.Count, entry.Place));
        Put(entry.X, entry.Y);
    }

    private void Close(FrameCrossing exit)
    {
        Put(exit.X, exit.Y);
        _chains[^1] = _chains[^1] with { End = _x.Count, Exit = exit.Place };
    }

    private void Put(int x, int y)
    {
        _x.Add(x);
        _y.Add(y);
    }

    private void Join(TilePaths cut)
    {
        _chains.Sort((a, b) => a.Entry.CompareTo(b.Entry));
        Span<bool> isUsed = _chains.Count <= 256 ? stackalloc bool[_chains.Count] : new bool[_chains.Count];
        for (var first = 0; first < _chains.Count; first++)
        {
            if (isUsed[first])
            {
                continue;
            }

            for (var at = first; !isUsed[at];)
            {
                isUsed[at] = true;
                var chain = _chains[at];
                for (var i = chain.Start; i < chain.End; i++)
                {
                    cut.Add(_x[i], _y[i]);
                }

                at = FirstEntryFrom(chain.Exit);
                AddCorners(cut, chain.Exit, _chains[at].Entry);
            }

            cut.EndRing();
        }
    }

    private int FirstEntryFrom(double place)
    {
        int low = 0, high = _chains.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _chains[middle].Entry < place ? (middle + 1, high) : (low, middle);
        }

        return low == _chains.Count ? 0 : low;
    }

    private static void AddCorners(TilePaths cut, double from, double to)
    {
        var end = to < from ? to + Around : to;
        for (var corner = (int)Math.Floor(from / Side) + 1; corner * Side < end; corner++)
        {
            AddCorner(cut, corner % 4);
        }
    }

    private static void AddFrame(TilePaths cut)
    {
        for (var corner = 0; corner < 4; corner++)
        {
            AddCorner(cut, corner);
        }

        cut.EndRing();
    }

    private static void AddCorner(TilePaths cut, int corner) =>
        cut.Add(corner is 1 or 2 ? High : Low, corner is 2 or 3 ? High : Low);

    private static bool IsInside(int x, int y) => x > Low && x < High && y > Low && y < High;

    // No such ring enters the frame where this counts, so any point inside answers for all of it.
    private static bool IsAroundMiddle(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        const double Middle = (Low + High) / 2;
        var isInside = false;
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
        {
            isInside ^= (y[i] > Middle) != (y[j] > Middle)
                && Middle < (((double)x[j] - x[i]) * (Middle - y[i]) / ((double)y[j] - y[i])) + x[i];
        }

        return isInside;
    }

    private readonly record struct Chain(int Start, double Entry)
    {
        public int End { get; init; }

        public double Exit { get; init; }
    }
}
