using System.Runtime.CompilerServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The pieces of one planning unit while they are searched: who is a member of which, with exact sums of area, benefit,
/// outline and what each row takes. A street is a member as soon as all parcels around it are in one piece.
/// </summary>
internal sealed class UnitPieces
{
    /// <summary>The piece of a node that is in none.</summary>
    public const int None = -1;

    private readonly UnitStreets _streets;
    private readonly int[] _pieceOf;
    private readonly int[] _pieceOfStreet;
    private readonly int[] _streetStamp;
    private readonly PieceSums[] _ofNode;
    private readonly KnownChanges _known;
    private readonly int _rowCount;
    private PieceSums[] _sums = new PieceSums[8];
    private long[] _rows;
    private int _time;

    public UnitPieces(UnitLand land)
    {
        Land = land;
        _streets = land.Streets;
        _rowCount = land.SumCount;
        _rows = new long[8 * _rowCount];
        _pieceOf = new int[land.ParcelCount];
        _pieceOfStreet = new int[land.Count - land.ParcelCount];
        _streetStamp = new int[_pieceOfStreet.Length];
        _ofNode = new PieceSums[land.ParcelCount];
        _known = new KnownChanges(land);
        for (var node = 0; node < _ofNode.Length; node++)
        {
            _ofNode[node] = new PieceSums(
                land.Benefits.Span[node], land.Perimeter(node), land.TwiceArea(node), land.TwiceArea(node), 1, land.IsLockedIn(node) ? 1 : 0);
        }

        Array.Fill(_pieceOf, None);
        Array.Fill(_pieceOfStreet, None);
        Members = new PieceMembers(land);
    }

    /// <summary>The unit.</summary>
    public UnitLand Land { get; }

    /// <summary>The members of each piece, and the nodes at the borders of pieces.</summary>
    public PieceMembers Members { get; }

    /// <summary>Number of pieces ever begun; some may be empty.</summary>
    public int Count { get; private set; }

    /// <summary>The piece of each parcel's node.</summary>
    public ReadOnlySpan<int> PieceOfAll => _pieceOf;

    /// <summary>The piece of a parcel's node.</summary>
    public int PieceOf(int node) => _pieceOf[node];

    /// <summary>Area, benefit and outline of a piece.</summary>
    public ref readonly PieceSums Sums(int piece) => ref _sums[piece];

    /// <summary>What a piece takes of each row, and after them its sums of floor area.</summary>
    public ReadOnlySpan<long> Rows(int piece) => _rows.AsSpan(piece * _rowCount, _rowCount);

    /// <summary>Benefit minus the price of the outline, m², with what floor area is worth nearly.</summary>
    public double Value(int piece) => _sums[piece].Value(Land.Limits.Price)
        + (Land.Floors.IsNone ? 0 : Land.Floors.Estimate(Rows(piece)[Land.Rows.Count..]) * SearchLimits.BenefitUnit);

    /// <summary>Begins an empty piece, under the number of an emptied one if there is any.</summary>
    public int Begin()
    {
        for (var piece = 0; piece < Count; piece++)
        {
            if (_sums[piece].Members == 0)
            {
                return piece;
            }
        }

        if (Count == _sums.Length)
        {
            Array.Resize(ref _sums, 2 * Count);
            Array.Resize(ref _rows, 2 * Count * _rowCount);
        }

        Members.Begin();
        return Count++;
    }

    /// <summary>What a node that is not in a piece would add to it, with the streets that it completes.</summary>
    public PieceSums ChangeOfAdding(int node, int piece)
    {
        ref var known = ref _known.Adding(node);
        if (known.Piece != piece)
        {
            known = new KnownChanges.Change(piece, Adding(node, piece));
        }

        return _ofNode[node] with { Outline = known.Outline, TwiceGross = known.TwiceGross };
    }

    /// <summary>What a member and the streets that need it give to its piece.</summary>
    public PieceSums ChangeOfRemoving(int node)
    {
        ref var known = ref _known.Removing(node);
        if (known.Piece != _pieceOf[node])
        {
            known = new KnownChanges.Change(_pieceOf[node], Removing(node));
        }

        return _ofNode[node] with { Outline = known.Outline, TwiceGross = known.TwiceGross };
    }

    private PieceSums Adding(int node, int piece)
    {
        long border = 0;
        foreach (ref readonly var link in Land.LinksOf(node))
        {
            border += _pieceOf[link.Other] == piece ? link.Border : 0;
        }

        ref readonly var own = ref _ofNode[node];
        var (outline, gross) = (own.Outline - (2 * border), own.TwiceGross);
        _time++;
        for (var at = _streets.StartOfNode[node]; at < _streets.StartOfNode[node + 1]; at++)
        {
            var street = _streets.Street[at];
            if (OtherSidesAreIn(street, node, piece))
            {
                outline += _streets.Outline[street] - (2 * BorderBeside(street, piece, withStamped: true));
                gross += _streets.TwiceArea[street];
                _streetStamp[street] = _time;
            }
        }

        return own with { Outline = outline, TwiceGross = gross };
    }

    private PieceSums Removing(int node)
    {
        var piece = _pieceOf[node];
        long border = 0;
        foreach (ref readonly var link in Land.LinksOf(node))
        {
            border += _pieceOf[link.Other] == piece ? link.Border : 0;
        }

        ref readonly var own = ref _ofNode[node];
        var (outline, gross) = (own.Outline - (2 * border), own.TwiceGross);
        _time++;
        for (var at = _streets.StartOfNode[node]; at < _streets.StartOfNode[node + 1]; at++)
        {
            var street = _streets.Street[at];
            if (_pieceOfStreet[street] == piece)
            {
                // A border between two streets that both go counts once: stamped ones have counted it.
                outline += _streets.Outline[street] - (2 * BorderBeside(street, piece, withStamped: false));
                gross += _streets.TwiceArea[street];
                _streetStamp[street] = _time;
            }
        }

        return own with { Outline = outline, TwiceGross = gross };
    }

    /// <summary>Adds a free parcel's node and the streets that it completes; returns what the piece gains, m².</summary>
    public double Add(int node, int piece)
    {
        var before = _sums[piece];
        _sums[piece] = before + Adding(node, piece);
        for (var at = _streets.StartOfNode[node]; at < _streets.StartOfNode[node + 1]; at++)
        {
            var street = _streets.Street[at];
            _pieceOfStreet[street] = _streetStamp[street] == _time ? piece : _pieceOfStreet[street];
        }

        for (var row = 0; row < _rowCount; row++)
        {
            _rows[(piece * _rowCount) + row] += Land.Takes[(node * _rowCount) + row];
        }

        _pieceOf[node] = piece;
        _known.Forget(node);
        Members.Joined(_pieceOf, node, piece);
        return _sums[piece].Value(Land.Limits.Price) - before.Value(Land.Limits.Price);
    }

    /// <summary>Takes a parcel's node out of its piece with the streets that need it; returns what the piece gains, m².</summary>
    public double Remove(int node)
    {
        var piece = _pieceOf[node];
        var before = _sums[piece];
        _sums[piece] = before - Removing(node);
        for (var at = _streets.StartOfNode[node]; at < _streets.StartOfNode[node + 1]; at++)
        {
            var street = _streets.Street[at];
            _pieceOfStreet[street] = _pieceOfStreet[street] == piece ? None : _pieceOfStreet[street];
        }

        for (var row = 0; row < _rowCount; row++)
        {
            _rows[(piece * _rowCount) + row] -= Land.Takes[(node * _rowCount) + row];
        }

        _pieceOf[node] = None;
        _known.Forget(node);
        Members.Left(_pieceOf, node, piece);
        return _sums[piece].Value(Land.Limits.Price) - before.Value(Land.Limits.Price);
    }

    /// <summary>Puts a node from where it is into a piece, or into none.</summary>
    public void Put(int node, int piece)
    {
        if (_pieceOf[node] != None)
        {
            Remove(node);
        }

        if (piece != None)
        {
            Add(node, piece);
        }
    }

    /// <summary>Whether a node meets a piece so that the piece stays contiguous and no barrier lies inside.</summary>
    public bool MayJoin(int node, int piece)
    {
        var joins = false;
        foreach (ref readonly var link in Land.LinksOf(node))
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

    /// <summary>The members of a piece, ascending.</summary>
    public List<int> MembersOf(int piece)
    {
        var members = new List<int>(_sums[piece].Members);
        for (var node = Members.First(piece); node != None; node = Members.Next(node))
        {
            members.Add(node);
        }

        members.Sort();
        return members;
    }

    /// <summary>City-wide nodes of a piece, its streets included, ascending.</summary>
    public int[] NodesOf(int piece)
    {
        var nodes = MembersOf(piece);
        var streets = new SortedSet<int>();
        foreach (var node in nodes)
        {
            for (var at = _streets.StartOfNode[node]; at < _streets.StartOfNode[node + 1]; at++)
            {
                if (_pieceOfStreet[_streets.Street[at]] == piece)
                {
                    streets.Add(Land.ParcelCount + _streets.Street[at]);
                }
            }
        }

        return [.. nodes.Concat(streets).Select(Land.CityNode)];
    }

    private long BorderBeside(int street, int piece, bool withStamped)
    {
        long border = 0;
        for (var at = _streets.BesideStart[street]; at < _streets.BesideStart[street + 1]; at++)
        {
            var other = _streets.Beside[at];
            var counts = _streetStamp[other] == _time ? withStamped : _pieceOfStreet[other] == piece;
            border += counts ? _streets.BesideBorder[at] : 0;
        }

        return border;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool OtherSidesAreIn(int street, int node, int piece)
    {
        for (var at = _streets.SideStart[street]; at < _streets.SideStart[street + 1]; at++)
        {
            var side = _streets.Side[at];
            if (_pieceOf[side] != piece && side != node)
            {
                return false;
            }
        }

        return true;
    }
}
