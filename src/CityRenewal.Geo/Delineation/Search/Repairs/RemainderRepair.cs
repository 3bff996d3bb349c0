namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What areas leave over of a block is large enough or nothing: a remainder that is too small is taken in by a piece beside
/// it, else the pieces beside it are given up.
/// </summary>
internal sealed class RemainderRepair(UnitPieces pieces)
{
    private readonly UnitLand _land = pieces.Land;

    /// <summary>Whether any remainder is too small.</summary>
    public bool HasTooSmall => FirstTooSmall() is not null;

    /// <summary>Mends every remainder that is too small.</summary>
    public void Run(PieceGiving giving)
    {
        while (FirstTooSmall() is { } remainder)
        {
            var beside = PiecesBeside(remainder);
            if (!beside.Exists(piece => giving.TryAdd(remainder, piece)) && !beside.Exists(giving.GiveUp))
            {
                return; // Only locked pieces are left beside it: the finished areas are judged as they are.
            }
        }
    }

    private List<int>? FirstTooSmall()
    {
        var seen = new bool[_land.ParcelCount];
        for (var start = 0; start < _land.ParcelCount; start++)
        {
            if (seen[start] || pieces.PieceOf(start) != UnitPieces.None)
            {
                continue;
            }

            var members = new List<int> { start };
            seen[start] = true;
            var isLeftOver = false;
            for (var at = 0; at < members.Count; at++)
            {
                foreach (var other in BesideNode(members[at]))
                {
                    isLeftOver |= pieces.PieceOf(other) != UnitPieces.None;
                    if (pieces.PieceOf(other) == UnitPieces.None && !seen[other])
                    {
                        seen[other] = true;
                        members.Add(other);
                    }
                }
            }

            if (isLeftOver && members.Sum(_land.TwiceArea) < _land.Limits.LeastTwiceRemainder)
            {
                return members;
            }
        }

        return null;
    }

    private IEnumerable<int> BesideNode(int node) =>
        NodeBlocks.Beside(_land.Nodes, _land.CityNode(node)).Select(other => other - _land.CityNode(0));

    private List<int> PiecesBeside(List<int> remainder) =>
    [
        .. remainder.SelectMany(BesideNode).Select(pieces.PieceOf).Where(piece => piece != UnitPieces.None)
            .GroupBy(piece => piece).OrderByDescending(piece => piece.Count()).ThenBy(piece => piece.Key).Select(piece => piece.Key),
    ];
}
