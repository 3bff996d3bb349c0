namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Completes sets of nodes that one area takes whole or not at all: what is missing is reached over the fewest free nodes,
/// else the members of the set leave, else the piece is given up.
/// </summary>
internal sealed class SetRepair
{
    private readonly UnitPieces _pieces;
    private readonly List<int[]> _sets;

    public SetRepair(UnitPieces pieces)
    {
        _pieces = pieces;
        var land = pieces.Land;
        var first = land.CityNode(0);
        _sets =
        [
            .. from set in land.Nodes.Sets
               where double.IsInfinity(set.Price) && set.Nodes[0] >= first && set.Nodes[0] < first + land.ParcelCount
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
            if (!new SetPaths(_pieces, giving).TryComplete(set, holders[0]))
            {
                LetGo(set, holders[0], giving);
            }
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
