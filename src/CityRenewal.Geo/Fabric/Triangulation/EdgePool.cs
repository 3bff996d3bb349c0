namespace CityRenewal.Geo.Fabric;

/// <summary>Edge numbers free for use by one part of a triangulation; a number given back is used again first.</summary>
internal sealed class EdgePool
{
    private readonly Stack<int> _returned = new();
    private readonly Stack<(int Next, int End)> _ranges = new();
    private int _next;
    private int _end;

    public EdgePool(int start, int end)
    {
        _next = start;
        _end = end;
    }

    /// <summary>The numbers left over from two parts that are being merged.</summary>
    public EdgePool(EdgePool a, EdgePool b)
    {
        foreach (var part in (ReadOnlySpan<EdgePool>)[b, a])
        {
            foreach (var range in part._ranges)
            {
                _ranges.Push(range);
            }

            _ranges.Push((part._next, part._end));
            foreach (var edge in part._returned)
            {
                _returned.Push(edge);
            }
        }
    }

    public int Take()
    {
        if (_returned.TryPop(out var edge))
        {
            return edge;
        }

        while (_next == _end)
        {
            (_next, _end) = _ranges.Pop();
        }

        return _next++;
    }

    public void Return(int edge) => _returned.Push(edge);

    /// <summary>Numbers that were never taken.</summary>
    public IEnumerable<int> Untaken() =>
        _ranges.Append((_next, _end)).SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1));
}
