namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Makes the pieces of a unit keep what a request asks and the moves of the search do not: sets that are never split, and
/// remainders of blocks. A piece that cannot be mended is given up, unless a parcel in it is locked in: then the finished area
/// is judged as it is.
/// </summary>
internal sealed class LimitRepair(UnitPieces pieces)
{
    private const int MostRounds = 8;

    private readonly UnitLand _land = pieces.Land;

    /// <summary>Mends or gives up every piece that breaks a hard limit.</summary>
    public void Run()
    {
        var limits = _land.Limits;
        var sets = new SetRepair(pieces);
        var hasRemainders = limits.LeastTwiceRemainder > 0 && double.IsInfinity(limits.RemainderPrice);
        if (!sets.HasAny && !hasRemainders)
        {
            return;
        }

        var giving = new PieceGiving(pieces);
        var before = -1L;
        for (var round = 0; round < MostRounds && before != giving.Changes; round++)
        {
            before = giving.Changes;
            sets.Run(giving);
            if (hasRemainders)
            {
                new RemainderRepair(pieces).Run(giving);
            }
        }
    }
}
