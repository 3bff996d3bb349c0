using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Editing;

/// <summary>Searches a neighbourhood: the one place where editing calls the search.</summary>
internal static class NeighbourhoodSearch
{
    // A planner waits for the answer: large land is searched from what stands there, with work that does not grow with it.
    private const int MostToCut = 300;
    private const long MostWork = 60_000;

    // Combining all areas of 14 parcels takes longer than a planner waits.
    private const int MostToTryOut = 10;

    /// <summary>The parcels of each area that is worth having, best land first.</summary>
    /// <param name="land">The city as the search sees it.</param>
    /// <param name="parcels">Nodes of parcels of one problem that may be taken, ascending.</param>
    /// <param name="desk">Locks, and when to end.</param>
    /// <param name="members">Parcels of the area as it is.</param>
    public static List<int[]> Of(SearchLand land, List<int> parcels, EditDesk desk, int[] members)
    {
        var (nodes, benefits) = PinnedLand.Of(land, parcels, desk.Ground.Locks);
        var unit = new UnitLand(nodes, benefits, land.Limits, problem: 0, NodeRows.Of(nodes, land.Rules));
        var found = UnitSearch.Of(unit, new UnitCut(), OptionsFor(unit, members), desk.Cancel);
        return [.. found.Areas.Select(area => AreaDraft.Of(nodes, nodes.ProblemUnit[0], area).Parcels)];
    }

    private static UnitSearchOptions OptionsFor(UnitLand unit, int[] members)
    {
        var usual = UnitSearchOptions.Default;
        var work = Math.Clamp(MostWork / Math.Max(1, unit.ParcelCount), 1, usual.WorkPerParcel);
        var capped = usual with { TryAllUpTo = MostToTryOut, WorkPerParcel = (int)work };
        var present = members.Select(parcel => unit.Nodes.NodeOfParcel[parcel]).Where(node => node >= 0).Distinct().Order().ToArray();
        return unit.ParcelCount <= MostToCut || present.Length == 0
            ? capped
            : capped with { Start = [present], Proof = UnitProof.Trivial(unit, PlanPrices.None) };
    }
}
