namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Completes sets of nodes that one area takes whole or not at all: what is missing is reached over the fewest free nodes,
/// else the members of the set leave, else the piece is given up.
/// </summary>
internal sealed class SetRepair
{
    private readonly UnitPieces _pieces;
    private readonly UnitLand _land;
    private readonly List<int[]> _sets;

    public SetRepair(UnitPieces pieces)
    {
        (_pieces, _land) = (pieces, pieces.Land);
        var first = _land.CityNode(0);
        _sets =
        [
            .. from set in _land.Nodes.Sets
               where double.IsInfinity(set.Price) && set.Nodes[0] >= first && set.Nodes[0] < first + _land.ParcelCount
               select set.Nodes.Select(node => node - first).ToArray(),
        ];
    }

    /// <summary>Whether the unit has any set.</summary>
    public bool HasAny => _sets.Count > 0;

    /// <summary>Completes or breaks up every set that is split.</summary>
    public void Run(PieceGiving giving)
    {
        foreach (var set in _sets)
        {
            var holders = set.Select(_pieces.PieceOf).Where(piece => piece != UnitPieces.None).Distinct()
                .OrderByDescending(piece => set.Count(node => _pieces.PieceOf(node) == piece)).ThenBy(piece => piece).ToList();
            if (holders.Count == 0 || (holders.Count == 1 && set.All(node => _pieces.PieceOf(node) == holders[0])))
            {
                continue;
            }

            holders.Skip(1).ToList().ForEach(piece => LetGo(set, piece, giving));
            if (!Complete(set, holders[0], giving))
            {
                LetGo(set, holders[0], giving);
            }
        }
    }

    private bool Complete(int[] set, int piece, PieceGiving giving)
    {
        var before = _pieces.MembersOf(piece);
        foreach (var wanted in set)
        {
            if (_pieces.PieceOf(wanted) != piece && !giving.TryAdd(PathTo(wanted, piece), piece))
            {
                _pieces.MembersOf(piece).Except(before).ToList().ForEach(node => _pieces.Remove(node));
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
            foreach (var link in _land.LinksOf(node))
            {
                if (link.Joins && _pieces.PieceOf(link.Other) == piece)
                {
                    return [.. WayBack(cameFrom, node)];
                }

                if (link.Joins && _pieces.PieceOf(link.Other) == UnitPieces.None && cameFrom.TryAdd(link.Other, node))
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

    private void LetGo(int[] set, int piece, PieceGiving giving)
    {
        foreach (var node in set.Where(node => _pieces.PieceOf(node) == piece))
        {
            if (giving.MayLeave(node))
            {
                giving.Leave(node);
            }
            else
            {
                giving.GiveUp(piece);
                return;
            }
        }
    }
}
