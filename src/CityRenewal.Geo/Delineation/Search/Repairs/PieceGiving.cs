namespace CityRenewal.Geo.Delineation;

/// <summary>Adds, takes out and gives up within the limits of area, contiguity and rows, and counts what it did.</summary>
internal sealed class PieceGiving(UnitPieces pieces)
{
    private readonly UnitLand _land = pieces.Land;
    private readonly PieceContiguity _contiguity = new(pieces);

    /// <summary>How often anything was changed.</summary>
    public long Changes { get; private set; }

    /// <summary>Adds free nodes one by one where each keeps the limits; all are taken out again where one does not.</summary>
    public bool TryAdd(IReadOnlyList<int> nodes, int piece)
    {
        var added = new List<int>();
        var open = nodes.ToList();
        while (open.Count > 0)
        {
            var at = open.FindIndex(node => MayAdd(node, piece));
            if (at < 0)
            {
                added.ForEach(node => pieces.Remove(node));
                return false;
            }

            pieces.Add(open[at], piece);
            added.Add(open[at]);
            open.RemoveAt(at);
        }

        Changes++;
        return true;
    }

    /// <summary>Whether a free node may be added to a piece.</summary>
    public bool MayAdd(int node, int piece) =>
        pieces.PieceOf(node) == UnitPieces.None
        && pieces.Sums(piece).TwiceArea + _land.TwiceArea(node) <= _land.Limits.MostTwiceArea
        && RowsAllow(piece, node, 1)
        && pieces.MayJoin(node, piece);

    /// <summary>Whether a member may leave its piece.</summary>
    public bool MayLeave(int node)
    {
        var piece = pieces.PieceOf(node);
        return !_land.IsLockedIn(node)
            && pieces.Sums(piece).TwiceArea - _land.TwiceArea(node) >= _land.Limits.LeastTwiceArea
            && RowsAllow(piece, node, -1)
            && _contiguity.StaysWithout(node);
    }

    /// <summary>Takes a member out.</summary>
    public void Leave(int node)
    {
        pieces.Remove(node);
        Changes++;
    }

    /// <summary>Frees all land of a piece; false where a parcel in it is locked in, and it stays.</summary>
    public bool GiveUp(int piece)
    {
        var members = pieces.MembersOf(piece);
        if (members.Count == 0 || members.Exists(_land.IsLockedIn))
        {
            return false;
        }

        members.ForEach(node => pieces.Remove(node));
        Changes++;
        return true;
    }

    /// <summary>Whether a node more, or less, breaks no hard row that is kept now, and none further than now.</summary>
    private bool RowsAllow(int piece, int node, int sign)
    {
        var rows = pieces.Rows(piece);
        for (var row = 0; row < rows.Length; row++)
        {
            var change = sign * _land.Takes[(node * rows.Length) + row];
            if (change > 0 && double.IsInfinity(_land.Rows.SoftPrice(row)) && rows[row] + change > _land.Rows.Limit(row))
            {
                return false;
            }
        }

        return true;
    }
}
