namespace CityRenewal.Geo.Delineation;

/// <summary>One node over a border: into a piece, out of it, or from one to another. Nearly all proposals are this one.</summary>
internal sealed class BorderMove(SearchState state)
{
    private readonly UnitPieces _pieces = state.Pieces;
    private readonly UnitLand _land = state.Pieces.Land;
    private readonly int[] _linked =
    [
        .. Enumerable.Range(0, state.Pieces.Land.ParcelCount).Where(node => state.Pieces.Land.LinksOf(node).Length > 0),
    ];

    private readonly long[] _rowsWithout = new long[state.Pieces.Land.SumCount];
    private readonly long[] _rowsWith = new long[state.Pieces.Land.SumCount];

    /// <summary>Tries one node that the random bits choose; <paramref name="mostLoss"/> may be lost.</summary>
    public void Try(ulong bits, double mostLoss)
    {
        var border = _pieces.Members.Border;
        if (border.Length == 0)
        {
            return;
        }

        var node = border[SearchRandom.Below(bits, border.Length)];
        var from = _pieces.PieceOf(node);
        var to = OtherSide(node, from, bits);
        if (state.IsFixedNode(node) || (to >= 0 && state.IsFixed(to)))
        {
            return;
        }

        if (from < 0)
        {
            Add(node, to, mostLoss);
        }
        else if (to < 0 || (bits & 0x3000) == 0)
        {
            Remove(node, mostLoss);
        }
        else
        {
            Transfer(node, to, mostLoss);
        }
    }

    /// <summary>
    /// Tries to take out a member that the random bits choose, wherever it is: at the edge of the unit, where no neighbour
    /// is foreign, or inside, where it leaves a hole.
    /// </summary>
    public void TryInside(ulong bits, double mostLoss)
    {
        if (_linked.Length == 0)
        {
            return;
        }

        var node = _linked[SearchRandom.Below(bits, _linked.Length)];
        if (_pieces.PieceOf(node) >= 0 && !_pieces.Members.IsAtBorder(node) && !state.IsFixedNode(node))
        {
            Remove(node, mostLoss);
        }
    }

    private int OtherSide(int node, int from, ulong bits)
    {
        var pieceOf = _pieces.PieceOfAll;
        var links = _land.LinksOf(node);
        var at = (int)(((bits >> 14) & 0x3FFFF) * (ulong)links.Length >> 18);
        while (pieceOf[links[at].Other] == from)
        {
            at = at + 1 == links.Length ? 0 : at + 1;
        }

        return pieceOf[links[at].Other];
    }

    private void Add(int node, int to, double mostLoss)
    {
        var gain = GainOfAdding(node, to);
        if (gain >= -mostLoss && _pieces.MayJoin(node, to))
        {
            _pieces.Add(node, to);
            state.Moved(node);
            state.Settle(to);
            state.Keep();
        }
    }

    private void Remove(int node, double mostLoss)
    {
        var from = _pieces.PieceOf(node);
        if (!_land.IsLockedIn(node) && GainOfRemoving(node, from) >= -mostLoss && MayLeave(node, from))
        {
            _pieces.Remove(node);
            state.Moved(node);
            state.Settle(from);
            state.Keep();
        }
    }

    private void Transfer(int node, int to, double mostLoss)
    {
        var from = _pieces.PieceOf(node);
        if (GainOfRemoving(node, from) + GainOfAdding(node, to) >= -mostLoss
            && _pieces.MayJoin(node, to) && MayLeave(node, from))
        {
            _pieces.Put(node, to);
            state.Moved(node);
            state.Settle(from);
            state.Settle(to);
            state.Keep();
        }
    }

    private bool MayLeave(int node, int from) =>
        _pieces.Sums(from).Members == 1 || state.Contiguity.StaysWithout(node);

    private double GainOfAdding(int node, int to)
    {
        var sums = _pieces.Sums(to) + _pieces.ChangeOfAdding(node, to);
        FillRows(_rowsWith, to, node, 1);
        return state.EnergyWith(to, sums, _rowsWith) - state.Energy(to);
    }

    private double GainOfRemoving(int node, int from)
    {
        var sums = _pieces.Sums(from) - _pieces.ChangeOfRemoving(node);
        FillRows(_rowsWithout, from, node, -1);
        return state.EnergyWith(from, sums, _rowsWithout) - state.Energy(from);
    }

    private void FillRows(long[] rows, int piece, int node, int sign)
    {
        var now = _pieces.Rows(piece);
        var takes = _land.Takes.AsSpan(node * rows.Length, rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = now[row] + (sign * takes[row]);
        }
    }
}
