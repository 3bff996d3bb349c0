namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Grows a piece that is too small: adds, again and again, the neighbour that loses least per m², until the smallest area
/// is reached. Pieces on the way may be swallowed, as their nodes are free.
/// </summary>
internal sealed class PieceGrowth(UnitPieces pieces)
{
    private readonly UnitLand _land = pieces.Land;
    private readonly HashSet<int> _known = [];
    private readonly List<int> _frontier = [];
    private readonly List<double> _gains = [];

    /// <summary>
    /// Grows a piece to the smallest area; returns false, with the piece emptied, where that leaves nothing worth having.
    /// A piece with a locked parcel is worth having whatever it costs.
    /// </summary>
    /// <param name="members">Nodes to begin with, contiguous and free.</param>
    /// <param name="patient">Whether to go on while the piece is worth nothing on the way.</param>
    public bool Grow(IReadOnlyList<int> members, bool patient)
    {
        var piece = pieces.Begin();
        var added = new List<int>();
        _known.Clear();
        _frontier.Clear();
        _gains.Clear();
        foreach (var member in members)
        {
            pieces.Add(member, piece);
            added.Add(member);
        }

        foreach (var member in members)
        {
            Meet(member);
        }

        for (var index = 0; index < _frontier.Count; index++)
        {
            _gains[index] = GainPerArea(_frontier[index], piece);
        }

        var limits = _land.Limits;
        var isLocked = members.Any(_land.IsLockedIn);
        while (pieces.Sums(piece).TwiceArea < limits.LeastTwiceArea && (patient || isLocked || pieces.Value(piece) > 0))
        {
            var best = Best(piece);
            if (best < 0)
            {
                break;
            }

            var node = _frontier[best];
            _frontier.RemoveAt(best);
            _gains.RemoveAt(best);
            pieces.Add(node, piece);
            added.Add(node);
            Meet(node);
            Refresh(node, piece);
        }

        if (pieces.Sums(piece).TwiceArea >= limits.LeastTwiceArea && (isLocked || pieces.Value(piece) > 0))
        {
            return true;
        }

        added.ForEach(node => pieces.Remove(node));
        return false;
    }

    private void Meet(int node)
    {
        foreach (var link in _land.LinksOf(node))
        {
            if (pieces.PieceOf(link.Other) == UnitPieces.None && _known.Add(link.Other))
            {
                _frontier.Add(link.Other);
                _gains.Add(0);
            }
        }
    }

    private void Refresh(int around, int piece)
    {
        foreach (var link in _land.LinksOf(around))
        {
            var index = _frontier.IndexOf(link.Other);
            if (index >= 0)
            {
                _gains[index] = GainPerArea(link.Other, piece);
            }
        }
    }

    private int Best(int piece)
    {
        var best = -1;
        for (var index = 0; index < _frontier.Count; index++)
        {
            if ((best < 0 || IsBetter(index, best)) && MayAdd(_frontier[index], piece))
            {
                best = index;
            }
        }

        return best;
    }

    private bool IsBetter(int index, int best) =>
        _gains[index] > _gains[best] || (_gains[index] == _gains[best] && _frontier[index] < _frontier[best]);

    private bool MayAdd(int node, int piece) =>
        pieces.PieceOf(node) == UnitPieces.None
        && pieces.Sums(piece).TwiceArea + _land.TwiceArea(node) <= _land.Limits.MostTwiceArea
        && pieces.MayJoin(node, piece);

    private double GainPerArea(int node, int piece)
    {
        var gain = pieces.Add(node, piece);
        pieces.Remove(node);
        return gain / Math.Max(1, _land.TwiceArea(node));
    }
}
