namespace CityRenewal.Geo.Reasons;

/// <summary>The areas that a free node meets, along a border or across a street, even where a barrier lies between.</summary>
internal static class NeighbourAreas
{
    /// <summary>Fills a list with the areas around a node, ascending, each once.</summary>
    public static void Of(UnitFlips unit, int node, List<int> areas)
    {
        areas.Clear();
        foreach (var link in unit.Land.LinksOf(node))
        {
            var area = unit.AreaOf(link.Other);
            if (area != UnitFlips.None && !areas.Contains(area))
            {
                areas.Add(area);
            }
        }

        areas.Sort();
    }
}
