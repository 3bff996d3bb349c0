namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Tells nearly, without moving anything, whether it is worth trying to move a block: exact but for streets with more than
/// two sides. What it lets through is decided exactly afterwards, so a wrong estimate costs time or a chance, never truth.
/// </summary>
internal sealed class MoveEstimate
{
    private readonly SearchState _state;
    private readonly UnitPieces _pieces;
    private readonly UnitLand _land;
    private readonly double _margin;
    private readonly int[] _stamp;
    private readonly long[] _takes;
    private readonly long[] _rows;
    private int _time;

    /// <summary>Estimates for a search.</summary>
    /// <param name="state">The search.</param>
    /// <param name="margin">How wrong an estimate may be.</param>
    public MoveEstimate(SearchState state, double margin)
    {
        (_state, _pieces, _land, _margin) = (state, state.Pieces, state.Pieces.Land, margin);
        _stamp = new int[_land.ParcelCount];
        (_takes, _rows) = (new long[_land.SumCount], new long[_land.SumCount]);
    }

    /// <summary>Whether a swap over a border may lose no more than it may; exact where the two lie apart.</summary>
    public bool MaySwap(BorderPlace place, int other, double mostLoss)
    {
        var leaving = _pieces.ChangeOfRemoving(other);
        var gain = GainOf(place.To, _pieces.ChangeOfAdding(place.Node, place.To) - leaving, place.Node, other);
        if (place.From >= 0)
        {
            var joining = _pieces.ChangeOfAdding(other, place.From);
            gain += GainOf(place.From, joining - _pieces.ChangeOfRemoving(place.Node), other, place.Node);
        }

        return gain >= -mostLoss - (AreNear(place.Node, other) ? _margin : 0);
    }

    /// <summary>Whether nodes of one piece, or free ones, may go to another, or be free, without losing more than they may.</summary>
    public bool MayMove(ReadOnlySpan<int> block, int from, int to, double mostLoss)
    {
        _time++;
        Array.Clear(_takes);
        foreach (var node in block)
        {
            _stamp[node] = _time;
            for (var row = 0; row < _takes.Length; row++)
            {
                _takes[row] += _land.Takes[(node * _takes.Length) + row];
            }
        }

        long benefit = 0, area = 0, alone = 0, within = 0, toFrom = 0, toTo = 0;
        var locked = 0;
        foreach (var node in block)
        {
            benefit += _land.Benefits.Span[node];
            area += _land.TwiceArea(node);
            alone += _land.Perimeter(node);
            locked += _land.IsLockedIn(node) ? 1 : 0;
            foreach (ref readonly var link in _land.LinksOf(node))
            {
                var piece = _pieces.PieceOf(link.Other);
                within += _stamp[link.Other] == _time ? link.Saved : 0;
                toFrom += _stamp[link.Other] != _time && piece == from ? link.Saved : 0;
                toTo += piece == to ? link.Saved : 0;
            }
        }

        // Pairs within the block are met from both sides.
        var leaving = new PieceSums(benefit, alone - within - (2 * toFrom), area, area, block.Length, locked);
        var joining = leaving with { Outline = alone - within - (2 * toTo) };
        var gain = (from >= 0 ? GainOf(from, default(PieceSums) - leaving, -1) : 0) + (to >= 0 ? GainOf(to, joining, 1) : 0);
        return (to >= 0 || locked == 0) && gain >= -mostLoss - _margin;
    }

    private double GainOf(int piece, PieceSums change, int sign)
    {
        var now = _pieces.Rows(piece);
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] = now[row] + (sign * _takes[row]);
        }

        return _state.EnergyWith(piece, _pieces.Sums(piece) + change, _rows) - _state.Energy(piece);
    }

    private double GainOf(int piece, PieceSums change, int joining, int leaving)
    {
        var now = _pieces.Rows(piece);
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] = now[row] + _land.Takes[(joining * _rows.Length) + row] - _land.Takes[(leaving * _rows.Length) + row];
        }

        return _state.EnergyWith(piece, _pieces.Sums(piece) + change, _rows) - _state.Energy(piece);
    }

    private bool AreNear(int node, int other)
    {
        foreach (ref readonly var link in _land.LinksOf(node))
        {
            if (link.Other == other)
            {
                return true;
            }
        }

        return false;
    }
}
