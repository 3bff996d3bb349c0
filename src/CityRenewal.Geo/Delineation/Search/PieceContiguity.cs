namespace CityRenewal.Geo.Delineation;

/// <summary>Tells exactly whether a piece holds together, without a node or as it is; looks only until that is clear.</summary>
internal sealed class PieceContiguity(UnitPieces pieces)
{
    private readonly UnitLand _land = pieces.Land;
    private readonly int[] _stamp = new int[pieces.Land.ParcelCount];
    private readonly int[] _queue = new int[pieces.Land.ParcelCount];
    private int _time;

    /// <summary>Whether a piece stays contiguous without one of its nodes.</summary>
    public bool StaysWithout(int node)
    {
        var pieceOf = pieces.PieceOfAll;
        var piece = pieceOf[node];
        _time++;
        int wanted = 0, first = -1;
        foreach (ref readonly var link in _land.LinksOf(node))
        {
            if (link.Joins && pieceOf[link.Other] == piece)
            {
                // Stamped -_time: wanted and not yet reached.
                _stamp[link.Other] = -_time;
                first = wanted++ == 0 ? link.Other : first;
            }
        }

        if (wanted <= 1)
        {
            return wanted == 1;
        }

        _stamp[node] = _time;
        return Reach(first, piece, wanted) == 0;
    }

    /// <summary>Whether a piece is one: all its members can be reached from the first.</summary>
    public bool Holds(int piece)
    {
        _time++;
        var members = pieces.Sums(piece).Members;
        return members == 0 || CountFrom(pieces.Members.First(piece), piece) == members;
    }

    /// <summary>
    /// The members that fall off when a node leaves its piece: all but the largest part that is left, the parts one after
    /// the other; nothing where the rest holds together.
    /// </summary>
    public void TailsWithout(int node, List<int> found)
    {
        found.Clear();
        var pieceOf = pieces.PieceOfAll;
        var piece = pieceOf[node];
        _time++;
        _stamp[node] = _time;
        int largest = 0, start = 0;
        foreach (ref readonly var link in _land.LinksOf(node))
        {
            if (link.Joins && pieceOf[link.Other] == piece && _stamp[link.Other] != _time)
            {
                var count = CountFrom(link.Other, piece);
                found.AddRange(_queue.AsSpan(0, count));
                (largest, start) = count > largest ? (count, found.Count - count) : (largest, start);
            }
        }

        found.RemoveRange(start, largest);
    }

    private int Reach(int first, int piece, int wanted)
    {
        var pieceOf = pieces.PieceOfAll;
        var count = 1;
        _queue[0] = first;
        _stamp[first] = _time;
        wanted--;
        for (var at = 0; at < count && wanted > 0; at++)
        {
            foreach (ref readonly var link in _land.LinksOf(_queue[at]))
            {
                if (link.Joins && pieceOf[link.Other] == piece && _stamp[link.Other] != _time)
                {
                    wanted -= _stamp[link.Other] == -_time ? 1 : 0;
                    _stamp[link.Other] = _time;
                    _queue[count++] = link.Other;
                }
            }
        }

        return wanted;
    }

    private int CountFrom(int first, int piece)
    {
        var pieceOf = pieces.PieceOfAll;
        var count = 1;
        _queue[0] = first;
        _stamp[first] = _time;
        for (var at = 0; at < count; at++)
        {
            foreach (ref readonly var link in _land.LinksOf(_queue[at]))
            {
                if (link.Joins && pieceOf[link.Other] == piece && _stamp[link.Other] != _time)
                {
                    _stamp[link.Other] = _time;
                    _queue[count++] = link.Other;
                }
            }
        }

        return count;
    }
}
