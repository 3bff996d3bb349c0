namespace CityRenewal.Geo.Delineation;

/// <summary>A node at a border and what lies on its other side.</summary>
/// <param name="Node">The node.</param>
/// <param name="From">Its piece, -1 for none.</param>
/// <param name="To">The piece across the border, -1 for none.</param>
internal readonly record struct BorderPlace(int Node, int From, int To)
{
    /// <summary>Draws a place evenly from all border nodes; false where there is no border.</summary>
    public static bool Draw(SearchState state, ref SearchRandom random, out BorderPlace place)
    {
        var pieces = state.Pieces;
        var border = pieces.Members.Border;
        place = default;
        if (border.Length == 0)
        {
            return false;
        }

        var node = border[random.Below(border.Length)];
        var from = pieces.PieceOf(node);
        var links = pieces.Land.LinksOf(node);
        var at = random.Below(links.Length);
        while (pieces.PieceOf(links[at].Other) == from)
        {
            at = at + 1 == links.Length ? 0 : at + 1;
        }

        place = new BorderPlace(node, from, pieces.PieceOf(links[at].Other));
        return true;
    }
}
