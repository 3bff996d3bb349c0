namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The members of each piece as linked lists, and the nodes at the borders of pieces: those of which a neighbour is in
/// another piece, or in none, or in one while they are in none. Both follow every step in time proportional to the links.
/// </summary>
internal sealed class PieceMembers
{
    private const int None = UnitPieces.None;

    private readonly UnitLand _land;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _foreign;
    private readonly int[] _border;
    private readonly int[] _placeOnBorder;
    private int[] _first = new int[8];
    private int _pieces;

    public PieceMembers(UnitLand land)
    {
        _land = land;
        (_next, _previous) = (new int[land.ParcelCount], new int[land.ParcelCount]);
        (_foreign, _border) = (new int[land.ParcelCount], new int[land.ParcelCount]);
        _placeOnBorder = new int[land.ParcelCount];
        Array.Fill(_placeOnBorder, None);
    }

    /// <summary>The nodes at the borders, in the order in which steps have left them.</summary>
    public ReadOnlySpan<int> Border => _border.AsSpan(0, BorderCount);

    /// <summary>Number of nodes at the borders.</summary>
    public int BorderCount { get; private set; }

    /// <summary>Whether a node is at a border.</summary>
    public bool IsAtBorder(int node) => _foreign[node] > 0;

    /// <summary>A member of a piece, -1 where it is empty.</summary>
    public int First(int piece) => _first[piece];

    /// <summary>The member after another, -1 after the last.</summary>
    public int Next(int node) => _next[node];

    /// <summary>Makes room for one more piece.</summary>
    public void Begin()
    {
        if (_pieces == _first.Length)
        {
            Array.Resize(ref _first, 2 * _pieces);
        }

        _first[_pieces++] = None;
    }

    /// <summary>Takes in a node that was in no piece.</summary>
    public void Joined(int[] pieceOf, int node, int piece)
    {
        var first = _first[piece];
        (_next[node], _previous[node]) = (first, None);
        if (first != None)
        {
            _previous[first] = node;
        }

        _first[piece] = node;
        Turn(pieceOf, node, before: None, after: piece);
    }

    /// <summary>Lets go a node that is in no piece any more.</summary>
    public void Left(int[] pieceOf, int node, int piece)
    {
        var (previous, next) = (_previous[node], _next[node]);
        if (previous == None)
        {
            _first[piece] = next;
        }
        else
        {
            _next[previous] = next;
        }

        if (next != None)
        {
            _previous[next] = previous;
        }

        Turn(pieceOf, node, before: piece, after: None);
    }

    private void Turn(int[] pieceOf, int node, int before, int after)
    {
        var change = 0;
        foreach (ref readonly var link in _land.LinksOf(node))
        {
            var other = pieceOf[link.Other];
            var step = (other == before ? 1 : 0) - (other == after ? 1 : 0);
            if (step != 0)
            {
                change += step;
                Count(link.Other, step);
            }
        }

        Count(node, change);
    }

    private void Count(int node, int step)
    {
        var was = _foreign[node];
        var now = _foreign[node] = was + step;
        if (was == 0 && now > 0)
        {
            _placeOnBorder[node] = BorderCount;
            _border[BorderCount++] = node;
        }
        else if (was > 0 && now == 0)
        {
            var (place, last) = (_placeOnBorder[node], _border[--BorderCount]);
            (_border[place], _placeOnBorder[last], _placeOnBorder[node]) = (last, place, None);
        }
    }
}
