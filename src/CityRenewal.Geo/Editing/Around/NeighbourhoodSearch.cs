using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Editing;

/// <summary>Searches a neighbourhood: the one place where editing calls the search.</summary>
internal static class NeighbourhoodSearch
{
    /// <summary>The parcels of each area that is worth having, best land first.</summary>
    /// <param name="land">The city as the search sees it.</param>
    /// <param name="parcels">Nodes of parcels of one problem that may be taken, ascending.</param>
    /// <param name="desk">Locks, and when to end.</param>
    public static List<int[]> Of(SearchLand land, List<int> parcels, EditDesk desk)
    {
        var (nodes, benefits) = PinnedLand.Of(land, parcels, desk.Ground.Locks);
        var unit = new UnitLand(nodes, benefits, land.Limits, problem: 0, NodeRows.Of(nodes, land.Rules));
        var found = UnitSearch.Of(unit, new UnitCut(), desk.Cancel);
        return [.. found.Areas.Select(area => AreaDraft.Of(nodes, nodes.ProblemUnit[0], area).Parcels)];
    }
}
