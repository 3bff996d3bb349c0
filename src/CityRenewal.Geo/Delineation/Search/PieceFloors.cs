namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What a piece is worth with the buildings that really can go in it: the search climbs an estimate in which parts of buildings may,
/// and whatever is kept or told counts whole ones.
/// </summary>
internal sealed class PieceFloors(UnitPieces pieces, PieceJudge judge)
{
    // What a search looks at again and again is chosen exactly where there is little to choose from, else in order.
    private const int MostTried = 13;

    private readonly UnitLand _land = pieces.Land;
    private readonly List<int> _members = [];

    /// <summary>The value of a piece with this score, in the unit of value.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="score">Its score.</param>
    /// <param name="mostExact">From so many candidates on they are taken in their order.</param>
    public long Value(int piece, in PieceScore score, int mostExact = MostTried)
    {
        if (_land.Floors.IsNone || pieces.Sums(piece).Members == 0)
        {
            return score.Value;
        }

        _members.Clear();
        for (var node = pieces.Members.First(piece); node >= 0; node = pieces.Members.Next(node))
        {
            _members.Add(_land.CityNode(node));
        }

        return score.Value - judge.FloorEstimate(pieces.Rows(piece)) + (_land.Floors.Best(_members, mostExact).Worth << judge.Scale.Shift);
    }

    /// <summary>The same with the best choice of a finished area.</summary>
    public long Finished(int piece, in PieceScore score) => Value(piece, score, FloorChoice.MostExact);
}
