namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Makes the pieces of a unit keep what a request asks besides area and rows: sets that are never split, remainders of
/// blocks, compactness, what an area costs by itself. A piece that cannot be mended is given up, unless a parcel in it is
/// locked in: then the finished area is judged as it is.
/// </summary>
internal sealed class LimitRepair(UnitPieces pieces)
{
    private const int MostRounds = 8;

    private readonly UnitLand _land = pieces.Land;
    private readonly PieceGiving _giving = new(pieces);

    /// <summary>Mends or gives up every piece that breaks a hard limit.</summary>
    public void Run(CancellationToken cancel)
    {
        var limits = _land.Limits;
        var sets = new SetRepair(pieces);
        var isCompact = limits.LeastPolsbyPopper <= 0 || double.IsFinite(limits.PolsbyPopperPrice);
        var hasRemainders = limits.LeastTwiceRemainder > 0 && double.IsInfinity(limits.RemainderPrice);
        if (!sets.HasAny && isCompact && !hasRemainders && limits.Opening <= 0)
        {
            return;
        }

        var before = -1L;
        for (var round = 0; round < MostRounds && before != _giving.Changes; round++)
        {
            cancel.ThrowIfCancellationRequested();
            before = _giving.Changes;
            sets.Run(_giving);
            if (hasRemainders)
            {
                new RemainderRepair(pieces).Run(_giving);
            }

            if (!isCompact)
            {
                new CompactnessRepair(pieces).Run(_giving);
            }

            GiveUpWhatIsWorthNothing();
        }
    }

    private void GiveUpWhatIsWorthNothing()
    {
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            if (pieces.Sums(piece).Members > 0 && pieces.Value(piece) <= _land.Limits.Opening)
            {
                _giving.GiveUp(piece);
            }
        }
    }
}
