namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Makes pieces that break a row of the rule pack keep it: takes out or adds the node that costs least per unit of what is
/// too much, again and again; a piece that cannot be mended is given up.
/// </summary>
internal sealed class PieceRepair(UnitPieces pieces)
{
    private readonly UnitLand _land = pieces.Land;
    private readonly PieceContiguity _contiguity = new(pieces);

    /// <summary>Mends or gives up every piece that breaks a row; a piece with a locked parcel stays and is judged as it is.</summary>
    public void Run(CancellationToken cancel)
    {
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            cancel.ThrowIfCancellationRequested();
            while (pieces.Sums(piece).Members > 0 && pieces.WorstRow(piece) is var row and >= 0)
            {
                if (!Step(piece, row))
                {
                    GiveUp(piece);
                    break;
                }
            }
        }
    }

    private bool Step(int piece, int row)
    {
        var best = -1;
        double leastCost = double.PositiveInfinity;
        foreach (var node in Candidates(piece))
        {
            var isMember = pieces.PieceOf(node) == piece;
            var relief = isMember ? _land.Rows.Slack(row, _land.CityNode(node)) : -_land.Rows.Slack(row, _land.CityNode(node));
            if (relief <= 0 || !(isMember ? MayLeave(node, piece) : MayJoin(node, piece)))
            {
                continue;
            }

            var cost = -(isMember ? GainOfLeaving(node, piece) : GainOfJoining(node, piece)) / relief;
            if (cost < leastCost)
            {
                (best, leastCost) = (node, cost);
            }
        }

        if (best < 0)
        {
            return false;
        }

        if (pieces.PieceOf(best) == piece)
        {
            pieces.Remove(best);
        }
        else
        {
            pieces.Add(best, piece);
        }

        return true;
    }

    /// <summary>Members, and free nodes beside them, ascending.</summary>
    private SortedSet<int> Candidates(int piece)
    {
        var found = new SortedSet<int>(pieces.MembersOf(piece));
        foreach (var member in pieces.MembersOf(piece))
        {
            foreach (var link in _land.LinksOf(member))
            {
                if (pieces.PieceOf(link.Other) == UnitPieces.None)
                {
                    found.Add(link.Other);
                }
            }
        }

        return found;
    }

    private bool MayLeave(int node, int piece) =>
        !_land.IsLockedIn(node)
        && pieces.Sums(piece).TwiceArea - _land.TwiceArea(node) >= _land.Limits.LeastTwiceArea
        && _contiguity.StaysWithout(node);

    private bool MayJoin(int node, int piece) =>
        pieces.Sums(piece).TwiceArea + _land.TwiceArea(node) <= _land.Limits.MostTwiceArea && pieces.MayJoin(node, piece);

    private double GainOfLeaving(int node, int piece)
    {
        var gain = pieces.Remove(node);
        pieces.Add(node, piece);
        return gain;
    }

    private double GainOfJoining(int node, int piece)
    {
        var gain = pieces.Add(node, piece);
        pieces.Remove(node);
        return gain;
    }

    private void GiveUp(int piece)
    {
        var members = pieces.MembersOf(piece);
        if (!members.Exists(_land.IsLockedIn))
        {
            members.ForEach(node => pieces.Remove(node));
        }
    }
}
