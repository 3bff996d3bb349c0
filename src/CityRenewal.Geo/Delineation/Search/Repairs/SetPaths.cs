namespace CityRenewal.Geo.Delineation;

/// <summary>Reaches what is missing of a set over the fewest free nodes.</summary>
internal sealed class SetPaths(UnitPieces pieces, PieceGiving giving)
{
    /// <summary>Takes all of a set into a piece; false, with nothing changed, where the limits do not allow that.</summary>
    public bool TryComplete(int[] set, int piece)
    {
        var before = pieces.MembersOf(piece);
        foreach (var wanted in set)
        {
            if (pieces.PieceOf(wanted) != piece && !giving.TryAdd(PathTo(wanted, piece), piece))
            {
                pieces.MembersOf(piece).Except(before).ToList().ForEach(node => pieces.Remove(node));
                return false;
            }
        }

        return true;
    }

    /// <summary>The fewest free nodes that lead from a piece to a node, the node last; just the node where nothing leads.</summary>
    private List<int> PathTo(int wanted, int piece)
    {
        var cameFrom = new Dictionary<int, int> { [wanted] = -1 };
        var queue = new Queue<int>([wanted]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var link in pieces.Land.LinksOf(node))
            {
                if (link.Joins && pieces.PieceOf(link.Other) == piece)
                {
                    return [.. WayBack(cameFrom, node)];
                }

                if (link.Joins && pieces.PieceOf(link.Other) == UnitPieces.None && cameFrom.TryAdd(link.Other, node))
                {
                    queue.Enqueue(link.Other);
                }
            }
        }

        return [wanted];
    }

    private static IEnumerable<int> WayBack(Dictionary<int, int> cameFrom, int node)
    {
        for (; node >= 0; node = cameFrom[node])
        {
            yield return node;
        }
    }
}
