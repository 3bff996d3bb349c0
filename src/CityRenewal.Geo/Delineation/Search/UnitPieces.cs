namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The pieces of one planning unit while they are searched: who is a member of which, with exact sums of area, benefit and
/// outline. A street is a member as soon as all parcels around it are in one piece.
/// </summary>
internal sealed class UnitPieces
{
    /// <summary>The piece of a node that is in none.</summary>
    public const int None = -1;

    private readonly UnitLand _land;
    private readonly int[] _pieceOf;
    private readonly int[] _stamp;
    private readonly List<PieceSums> _sums = [];
    private readonly List<long[]> _rows = [];
    private readonly List<int> _queue = [];
    private int _time;

    public UnitPieces(UnitLand land)
    {
        _land = land;
        _pieceOf = new int[land.Count];
        _stamp = new int[land.Count];
        Array.Fill(_pieceOf, None);
    }

    /// <summary>The unit.</summary>
    public UnitLand Land => _land;

    /// <summary>Number of pieces ever begun; some may be empty.</summary>
    public int Count => _sums.Count;

    /// <summary>The piece of a node.</summary>
    public int PieceOf(int node) => _pieceOf[node];

    /// <summary>Area, benefit and outline of a piece.</summary>
    public PieceSums Sums(int piece) => _sums[piece];

    /// <summary>Benefit minus the price of the outline, m².</summary>
    public double Value(int piece) => _sums[piece].Value(_land.Limits.Price);

    /// <summary>Begins an empty piece.</summary>
    public int Begin()
    {
        _sums.Add(default);
        _rows.Add(new long[_land.Rows.Count]);
        return _sums.Count - 1;
    }

    /// <summary>The row that a piece breaks most, relative to nothing but its own unit; -1 where it keeps all.</summary>
    public int WorstRow(int piece)
    {
        var worst = -1;
        long most = 0;
        for (var row = 0; row < _land.Rows.Count; row++)
        {
            if (double.IsInfinity(_land.Rows.SoftPrice(row)) && _rows[piece][row] - _land.Rows.Limit(row) > most)
            {
                (worst, most) = (row, _rows[piece][row] - _land.Rows.Limit(row));
            }
        }

        return worst;
    }

    /// <summary>Whether a piece with a node more, or less, breaks no row that it keeps now, and none further than now.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="node">The node.</param>
    /// <param name="sign">1 to add it, -1 to take it out.</param>
    public bool RowsAllow(int piece, int node, int sign)
    {
        for (var row = 0; row < _land.Rows.Count; row++)
        {
            var change = sign * _land.Rows.Slack(row, _land.CityNode(node));
            if (change > 0 && double.IsInfinity(_land.Rows.SoftPrice(row)) && _rows[piece][row] + change > _land.Rows.Limit(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a parcel's node and the streets that it completes; returns what the piece gains, m².</summary>
    public double Add(int node, int piece)
    {
        var before = _sums[piece];
        var outline = _land.Perimeter(node) - (2 * BorderWith(node, piece));
        _pieceOf[node] = piece;
        for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
        {
            var street = _land.Neighbour(entry);
            if (street >= _land.ParcelCount && _land.IsAnchored(street) && AllSidesAreIn(street, piece))
            {
                outline += _land.Perimeter(street) - (2 * BorderWith(street, piece));
                _pieceOf[street] = piece;
            }
        }

        CountRows(piece, node, 1);
        _sums[piece] = before.With(_land.Benefits.Span[node], outline, _land.TwiceArea(node), members: 1);
        return _sums[piece].Value(_land.Limits.Price) - before.Value(_land.Limits.Price);
    }

    /// <summary>Takes a parcel's node out of its piece with the streets that need it; returns what the piece gains, m².</summary>
    public double Remove(int node)
    {
        var piece = _pieceOf[node];
        var before = _sums[piece];
        long outline = 0;
        for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
        {
            var street = _land.Neighbour(entry);
            if (street >= _land.ParcelCount && _pieceOf[street] == piece)
            {
                _pieceOf[street] = None;
                outline -= _land.Perimeter(street) - (2 * BorderWith(street, piece));
            }
        }

        _pieceOf[node] = None;
        outline -= _land.Perimeter(node) - (2 * BorderWith(node, piece));
        CountRows(piece, node, -1);
        _sums[piece] = before.With(-_land.Benefits.Span[node], outline, -_land.TwiceArea(node), members: -1);
        return _sums[piece].Value(_land.Limits.Price) - before.Value(_land.Limits.Price);
    }

    /// <summary>Whether a free node meets a piece so that the piece stays contiguous and no barrier lies inside.</summary>
    public bool MayJoin(int node, int piece)
    {
        var joins = false;
        foreach (var link in _land.LinksOf(node))
        {
            if (_pieceOf[link.Other] == piece)
            {
                if (link.IsBarred)
                {
                    return false;
                }

                joins |= link.Joins;
            }
        }

        return joins;
    }

    /// <summary>Whether a piece stays contiguous without one of its nodes; searches only until that is clear.</summary>
    public bool StaysContiguousWithout(int node)
    {
        var piece = _pieceOf[node];
        _time++;
        _queue.Clear();
        var wanted = 0;
        foreach (var link in _land.LinksOf(node))
        {
            if (link.Joins && _pieceOf[link.Other] == piece)
            {
                // Stamped -_time: wanted and not yet reached.
                _stamp[link.Other] = -_time;
                if (wanted++ == 0)
                {
                    _queue.Add(link.Other);
                }
            }
        }

        if (wanted <= 1)
        {
            return wanted == 1;
        }

        _stamp[_queue[0]] = _time;
        _stamp[node] = _time;
        wanted--;
        for (var at = 0; at < _queue.Count && wanted > 0; at++)
        {
            foreach (var link in _land.LinksOf(_queue[at]))
            {
                if (link.Joins && _pieceOf[link.Other] == piece && _stamp[link.Other] != _time)
                {
                    wanted -= _stamp[link.Other] == -_time ? 1 : 0;
                    _stamp[link.Other] = _time;
                    _queue.Add(link.Other);
                }
            }
        }

        return wanted == 0;
    }

    /// <summary>The members of a piece, ascending.</summary>
    public List<int> MembersOf(int piece)
    {
        var members = new List<int>(_sums[piece].Members);
        for (var node = 0; node < _land.ParcelCount; node++)
        {
            if (_pieceOf[node] == piece)
            {
                members.Add(node);
            }
        }

        return members;
    }

    private void CountRows(int piece, int node, int sign)
    {
        var sums = _rows[piece];
        for (var row = 0; row < sums.Length; row++)
        {
            sums[row] += sign * _land.Rows.Slack(row, _land.CityNode(node));
        }
    }

    private long BorderWith(int node, int piece)
    {
        long border = 0;
        for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
        {
            if (_pieceOf[_land.Neighbour(entry)] == piece)
            {
                border += _land.Nodes.Borders[entry];
            }
        }

        return border;
    }

    private bool AllSidesAreIn(int street, int piece)
    {
        for (var entry = _land.NeighbourStart(street); entry < _land.NeighbourEnd(street); entry++)
        {
            var side = _land.Neighbour(entry);
            if (side < _land.ParcelCount && _pieceOf[side] != piece)
            {
                return false;
            }
        }

        return true;
    }
}
