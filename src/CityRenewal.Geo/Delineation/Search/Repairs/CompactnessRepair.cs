namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Rounds pieces that are less compact than asked: adds or takes out, again and again, the node that makes the piece most
/// compact; a piece that stays below the floor is given up.
/// </summary>
internal sealed class CompactnessRepair(UnitPieces pieces)
{
    private readonly UnitLand _land = pieces.Land;

    /// <summary>Rounds or gives up every piece below the floor.</summary>
    public void Run(PieceGiving giving)
    {
        var floor = _land.Limits.LeastPolsbyPopper;
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            while (pieces.Sums(piece).Members > 0 && Of(piece) < floor && Step(piece, giving))
            {
            }

            if (pieces.Sums(piece).Members > 0 && Of(piece) < floor)
            {
                giving.GiveUp(piece);
            }
        }
    }

    /// <summary>4πA / P² of a piece with its streets.</summary>
    private double Of(int piece)
    {
        long twice = pieces.Sums(piece).TwiceArea;
        for (var street = _land.ParcelCount; street < _land.Count; street++)
        {
            twice += pieces.PieceOf(street) == piece ? _land.TwiceArea(street) : 0;
        }

        // Areas are in grid units, lengths in parts of them.
        double outline = pieces.Sums(piece).Outline / (double)LandNodes.UnitsPerGridUnit;
        return 2 * Math.PI * twice / (outline * outline);
    }

    private bool Step(int piece, PieceGiving giving)
    {
        var (best, most) = (-1, Of(piece) + 1e-9);
        var members = pieces.MembersOf(piece);
        var beside = members.SelectMany(member => Others(member)).Where(node => giving.MayAdd(node, piece)).Distinct();
        foreach (var node in members.Where(giving.MayLeave).Concat(beside).Order().ToList())
        {
            var isMember = pieces.PieceOf(node) == piece;
            Turn(node, piece, isMember);
            if (Of(piece) is var compactness && compactness > most)
            {
                (best, most) = (node, compactness);
            }

            Turn(node, piece, !isMember);
        }

        return best >= 0 && (pieces.PieceOf(best) == piece ? Left(best, giving) : giving.TryAdd([best], piece));
    }

    private List<int> Others(int member)
    {
        var others = new List<int>();
        foreach (var link in _land.LinksOf(member))
        {
            others.Add(link.Other);
        }

        return others;
    }

    private void Turn(int node, int piece, bool takeOut)
    {
        if (takeOut)
        {
            pieces.Remove(node);
        }
        else
        {
            pieces.Add(node, piece);
        }
    }

    private static bool Left(int node, PieceGiving giving)
    {
        giving.Leave(node);
        return true;
    }
}
