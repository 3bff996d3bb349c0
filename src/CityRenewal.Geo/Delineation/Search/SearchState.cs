namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A unit in the midst of its search: pieces, their scores, what they are worth together as areas, and the best that was
/// seen so far. A piece that breaks a limit counts as no area, so at any moment there is a plan that breaks none.
/// </summary>
internal sealed class SearchState
{
    private const double LeastWeight = 0.5;
    private const double MostWeight = 4_096;

    private readonly bool[] _isFixedNode;
    private readonly bool[] _isChanged;
    private readonly int[] _changed;
    private readonly int[] _best;
    private readonly PieceFloors _floors;
    private PieceScore[] _scores = new PieceScore[8];
    private long[] _values = new long[8];
    private double[] _weights = new double[8];
    private bool[] _isFixed = new bool[8];
    private bool[] _hasLocked = new bool[8];
    private long _found;
    private int _broken;
    private int _changedCount;

    public SearchState(UnitPieces pieces)
    {
        Pieces = pieces;
        Judge = new PieceJudge(pieces.Land);
        Contiguity = new PieceContiguity(pieces);
        _floors = new PieceFloors(pieces, Judge);
        var count = pieces.Land.ParcelCount;
        (_isFixedNode, _isChanged, _changed, _best) = (new bool[count], new bool[count], new int[count], new int[count]);
        pieces.PieceOfAll.CopyTo(_best);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            Settle(piece);
        }

        (Best, BestBroken) = (_found, _broken);
    }

    /// <summary>The pieces.</summary>
    public UnitPieces Pieces { get; }

    /// <summary>Scores pieces.</summary>
    public PieceJudge Judge { get; }

    /// <summary>Tells whether pieces hold together.</summary>
    public PieceContiguity Contiguity { get; }

    /// <summary>What the best plan so far is worth, in the unit of value.</summary>
    public long Best { get; private set; }

    /// <summary>Pieces of the best plan with a locked parcel that break a limit.</summary>
    public int BestBroken { get; private set; }

    /// <summary>The piece of each node in the best plan; pieces that break a limit there are no areas.</summary>
    public ReadOnlySpan<int> BestPieceOf => _best;

    /// <summary>Keeps a piece as it is.</summary>
    public void Fix(int piece)
    {
        _isFixed[piece] = true;
        for (var node = Pieces.Members.First(piece); node >= 0; node = Pieces.Members.Next(node))
        {
            _isFixedNode[node] = true;
        }
    }

    /// <summary>Whether a node stays where it is.</summary>
    public bool IsFixedNode(int node) => _isFixedNode[node];

    /// <summary>Whether a piece stays as it is.</summary>
    public bool IsFixed(int piece) => _isFixed[piece];

    /// <summary>The score of a piece.</summary>
    public PieceScore Score(int piece) => _scores[piece];

    /// <summary>What a piece is worth, in the unit of value; with the buildings that really can go in it where it breaks nothing.</summary>
    public long Value(int piece) => _values[piece];

    /// <summary>What the search climbs in a piece: its value less what it breaks.</summary>
    public double Energy(int piece) => _scores[piece].Energy(_weights[piece]);

    /// <summary>The energy that a piece would have with other sums.</summary>
    public double EnergyWith(int piece, in PieceSums sums, ReadOnlySpan<long> rows) => Judge.Of(sums, rows).Energy(_weights[piece]);

    /// <summary>A new piece that weighs what it breaks as others do.</summary>
    public int Begin()
    {
        var piece = Pieces.Begin();
        MakeRoom(piece);
        _weights[piece] = 1;
        return piece;
    }

    /// <summary>Tells that a node has moved.</summary>
    public void Moved(int node)
    {
        if (!_isChanged[node])
        {
            _isChanged[node] = true;
            _changed[_changedCount++] = node;
        }
    }

    /// <summary>Scores a piece anew after its members changed.</summary>
    public void Settle(int piece)
    {
        MakeRoom(piece);
        ref readonly var sums = ref Pieces.Sums(piece);
        Count(piece, -1);
        _scores[piece] = Judge.Of(sums, Pieces.Rows(piece));
        _hasLocked[piece] = sums.Locked > 0;
        _values[piece] = _hasLocked[piece] || _scores[piece].Excess == 0 ? _floors.Value(piece, _scores[piece]) : _scores[piece].Value;
        Count(piece, 1);
    }

    /// <summary>Keeps the plan of this moment if it is the best so far.</summary>
    public void Keep()
    {
        if (_broken > BestBroken || (_broken == BestBroken && _found <= Best))
        {
            return;
        }

        (Best, BestBroken) = (_found, _broken);
        foreach (var node in _changed.AsSpan(0, _changedCount))
        {
            _best[node] = Pieces.PieceOf(node);
            _isChanged[node] = false;
        }

        _changedCount = 0;
    }

    /// <summary>Goes back to the best plan so far.</summary>
    public void Return()
    {
        foreach (var node in _changed.AsSpan(0, _changedCount))
        {
            if (Pieces.PieceOf(node) >= 0)
            {
                Pieces.Remove(node);
            }
        }

        foreach (var node in _changed.AsSpan(0, _changedCount))
        {
            _isChanged[node] = false;
            if (_best[node] >= 0)
            {
                Pieces.Add(node, _best[node]);
            }
        }

        _changedCount = 0;
        for (var piece = 0; piece < Pieces.Count; piece++)
        {
            Settle(piece);
        }
    }

    /// <summary>Goes to other pieces, each with a weight of its own again; the best plan so far stays known.</summary>
    /// <param name="pieces">Nodes of each piece.</param>
    public void GoTo(IReadOnlyList<IReadOnlyList<int>> pieces)
    {
        for (var node = 0; node < Pieces.Land.ParcelCount; node++)
        {
            Moved(node);
            if (Pieces.PieceOf(node) >= 0)
            {
                Pieces.Remove(node);
            }
        }

        foreach (var members in pieces)
        {
            var piece = Begin();
            foreach (var node in members)
            {
                Pieces.Add(node, piece);
            }
        }

        for (var piece = 0; piece < Pieces.Count; piece++)
        {
            _weights[piece] = 1;
            Settle(piece);
        }

        Keep();
    }

    /// <summary>Lets what a piece breaks weigh more the longer it breaks it, and less once it keeps all.</summary>
    public void Reweigh()
    {
        for (var piece = 0; piece < Pieces.Count; piece++)
        {
            _weights[piece] = _scores[piece].Excess > 0
                ? Math.Min(MostWeight, _weights[piece] * 1.25)
                : Math.Max(LeastWeight, _weights[piece] * 0.95);
        }
    }

    private void Count(int piece, int sign)
    {
        var score = _scores[piece];
        _broken += _hasLocked[piece] && score.Excess > 0 ? sign : 0;
        var value = _values[piece];
        _found += _hasLocked[piece] || (score.Excess == 0 && value > 0) ? sign * value : 0;
    }

    private void MakeRoom(int piece)
    {
        var had = _scores.Length;
        if (piece < had)
        {
            _weights[piece] = _weights[piece] == 0 ? 1 : _weights[piece];
            return;
        }

        Array.Resize(ref _scores, 2 * piece);
        Array.Resize(ref _values, 2 * piece);
        Array.Resize(ref _weights, 2 * piece);
        Array.Resize(ref _isFixed, 2 * piece);
        Array.Resize(ref _hasLocked, 2 * piece);
        _weights.AsSpan(had).Fill(1);
    }
}
