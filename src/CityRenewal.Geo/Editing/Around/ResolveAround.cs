using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Solves the surroundings of an area again: its parcels and the free ones around it are searched for the best areas, every
/// other area and every lock is kept. The best piece keeps the id. An area that is sound and worth as much stays as it is.
/// </summary>
/// <param name="Area">The area, by id.</param>
/// <param name="Rings">How many rings of parcels around it may be taken; null takes its whole planning unit.</param>
public sealed record ResolveAround(string Area, int? Rings = ResolveAround.DefaultRings) : Edit
{
    /// <summary>How many rings of parcels around an area may be taken where nobody says otherwise.</summary>
    public const int DefaultRings = 2;

    /// <inheritdoc/>
    public override AppliedEdit Said => Rings is { } rings
        ? new($"resolve {EditCommand.Quoted(Area)} rings {rings}", $"Solved {Area} and {rings} rings around it again.", $"重新求解 {Area} 及其外 {rings} 圈地块。")
        : new($"resolve {EditCommand.Quoted(Area)} unit", $"Solved {Area} and its planning unit again.", $"重新求解 {Area} 所在规划单元。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var members = desk.Area(Area);
        desk.Require();
        var land = desk.Ground.Land(IsUnlocked(desk));
        var nodes = new Neighbourhood(land, desk, Area).Nodes(Rings);
        var found = nodes.Count > 0 ? NeighbourhoodSearch.Of(land, nodes, desk, members) : [];
        RequireFound(desk, found, members.Concat(ParcelsOf(land, nodes)));
        var after = Placed(desk, members, found);
        return IsBetter(desk, after) ? after : desk.State;
    }

    // Land that was locked out before the session is no node of the search until somebody frees a parcel.
    private static bool IsUnlocked(EditDesk desk) =>
        desk.State.Locks.Any(pair => pair.Value != ParcelLock.Out && desk.Ground.Plan.Locks[pair.Key] == ParcelLock.Out);

    private static IEnumerable<int> ParcelsOf(SearchLand land, List<int> nodes) =>
        nodes.SelectMany(node => land.Nodes.Parcels[land.Nodes.ParcelStart[node]..land.Nodes.ParcelStart[node + 1]]);

    private void RequireFound(EditDesk desk, List<int[]> found, IEnumerable<int> searched)
    {
        if (found.Count == 0)
        {
            desk.Refuse("area", Area, "No area that keeps the limits and rules is worth anything here.", "Leave it as it is, take more rings or the unit, or dissolve it.");
        }

        var placed = found.SelectMany(parcels => parcels).ToHashSet();
        foreach (var parcel in searched.Distinct().Order().Where(parcel => found.Count > 0 && desk.Ground.Locks[parcel] == ParcelLock.In && !placed.Contains(parcel)))
        {
            desk.Refuse("parcel", desk.IdOf(parcel), "It is locked in, and no area that keeps the limits and rules holds it.", "Free it, or take more rings or the unit.");
        }

        desk.Require();
    }

    /// <summary>The piece that keeps most of the land keeps the id; others get the next numbers.</summary>
    private EditState Placed(EditDesk desk, int[] members, List<int[]> found)
    {
        var own = members.ToHashSet();
        var state = desk.State;
        var isFirst = true;
        foreach (var parcels in found.OrderByDescending(parcels => parcels.Where(own.Contains).Sum(parcel => desk.Ground.Plan.NetAreas[parcel])).ThenBy(parcels => parcels[0]))
        {
            var (id, next) = isFirst ? (Area, state.NextNumber) : BeginArea.NextOf(state);
            state = (state with { NextNumber = next }).With(id, parcels);
            isFirst = false;
        }

        return state;
    }

    private bool IsBetter(EditDesk desk, EditState after)
    {
        var before = desk.Current(Area);
        if (after.Touched.Count == 1 && after.Areas[Area].AsSpan().SequenceEqual(desk.State.Areas[Area]))
        {
            return false;
        }

        var areas = after.Touched.Select(area => desk.Read(area, after.Areas[area], after)).ToList();
        return !before.IsSound || (areas.TrueForAll(area => area.IsSound) && areas.Sum(area => area.Value) > before.Value + 1e-6);
    }
}
