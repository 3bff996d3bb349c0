namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Moves single nodes over the borders of pieces - in, out, or from one piece to the other - as long as that gains and
/// every piece stays contiguous and within the limits.
/// </summary>
internal sealed class PieceImprovement(UnitPieces pieces)
{
    private const int MostPasses = 12;
    private const double LeastGain = 1e-6;

    private readonly UnitLand _land = pieces.Land;

    /// <summary>Goes over all nodes until a pass gains nothing.</summary>
    public void Run(CancellationToken cancel)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var moved = false;
            for (var node = 0; node < _land.ParcelCount; node++)
            {
                moved |= pieces.PieceOf(node) == UnitPieces.None ? TryAdd(node) : TryLeave(node);
            }

            if (!moved)
            {
                return;
            }
        }
    }

    private bool TryAdd(int node)
    {
        foreach (var link in _land.LinksOf(node))
        {
            var piece = pieces.PieceOf(link.Other);
            if (piece != UnitPieces.None && Fits(node, piece))
            {
                if (pieces.Add(node, piece) > LeastGain)
                {
                    return true;
                }

                pieces.Remove(node);
            }
        }

        return false;
    }

    private bool TryLeave(int node)
    {
        var from = pieces.PieceOf(node);
        if (!IsOnTheBorder(node, from)
            || pieces.Sums(from).TwiceArea - _land.TwiceArea(node) < _land.Limits.LeastTwiceArea
            || !pieces.RowsAllow(from, node, sign: -1)
            || !pieces.StaysContiguousWithout(node))
        {
            return false;
        }

        var gain = pieces.Remove(node);
        if (TryAddTo(node, gain, from))
        {
            return true;
        }

        if (gain > LeastGain && !_land.IsLockedIn(node))
        {
            return true;
        }

        pieces.Add(node, from);
        return false;
    }

    /// <summary>Adds a removed node to the neighbouring piece where both moves together gain most, if more than leaving it free.</summary>
    private bool TryAddTo(int node, double gainOfLeaving, int from)
    {
        int best = UnitPieces.None;
        double bestGain = 0;
        foreach (var link in _land.LinksOf(node))
        {
            var piece = pieces.PieceOf(link.Other);
            if (piece != UnitPieces.None && piece != from && piece != best && Fits(node, piece))
            {
                var gain = pieces.Add(node, piece);
                pieces.Remove(node);
                if (gain > bestGain + LeastGain || (_land.IsLockedIn(node) && best == UnitPieces.None))
                {
                    (best, bestGain) = (piece, gain);
                }
            }
        }

        if (best == UnitPieces.None || gainOfLeaving + bestGain <= LeastGain)
        {
            return false;
        }

        pieces.Add(node, best);
        return true;
    }

    private bool Fits(int node, int piece) =>
        pieces.Sums(piece).TwiceArea + _land.TwiceArea(node) <= _land.Limits.MostTwiceArea
        && pieces.RowsAllow(piece, node, sign: 1)
        && pieces.MayJoin(node, piece);

    private bool IsOnTheBorder(int node, int piece)
    {
        for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
        {
            if (pieces.PieceOf(_land.Neighbour(entry)) != piece)
            {
                return true;
            }
        }

        return false;
    }
}
