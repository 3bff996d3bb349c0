using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Decides what happens to buildings of areas. A demolition that the evidence exempts stays exempt; any other is a
/// candidate by choice (拟拆候选) and names its purpose.
/// </summary>
/// <param name="Disposition">Retain, renovate or demolish.</param>
/// <param name="Buildings">The buildings, by id.</param>
/// <param name="Purpose">What a demolition is for; empty otherwise.</param>
public sealed record SetDisposition(Disposition Disposition, IReadOnlyList<string> Buildings, string Purpose = "") : Edit
{
    private const string ByPlanner = "decided_by_planner";

    /// <inheritdoc/>
    public override AppliedEdit Said => Disposition switch
    {
        Disposition.Demolish => new(
            $"set demolish {Ids(Buildings)}{(Purpose.Length > 0 ? $" for {Purpose}" : "")}",
            $"{List(Buildings)}: candidate for demolition{(Purpose.Length > 0 ? $" for {Purpose}" : "")}.",
            $"{ListChinese(Buildings)}：拟拆候选{(Purpose.Length > 0 ? $"（{Purpose}）" : "")}。"),
        Disposition.Renovate => new($"set renovate {Ids(Buildings)}", $"{List(Buildings)}: to be renovated.", $"{ListChinese(Buildings)}：改造。"),
        _ => new($"set retain {Ids(Buildings)}", $"{List(Buildings)}: to be retained.", $"{ListChinese(Buildings)}：保留。"),
    };

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var decided = desk.State.Decided;
        var purposes = desk.State.Purposes;
        var touched = new List<string>();
        foreach (var id in Buildings)
        {
            if (AreaOf(desk, id, out var building) is not { } area)
            {
                continue;
            }

            var chosen = Of(desk.Ground, building);
            if (chosen.Demolition == DemolitionKind.ElectiveCandidate)
            {
                RequirePurpose(desk, id);
                purposes = purposes.Add(Purpose.Trim());
            }

            decided = decided.SetItem(building, chosen);
            touched.Add(area);
        }

        if (Buildings.Count == 0)
        {
            desk.Refuse("buildings", "", "No building is named.", "Give the ids of one or more buildings.");
        }

        desk.Require();

        // The first decision turns "nothing is proposed" into a proposal: the other buildings take what their evidence says.
        var state = desk.State with { Decided = decided, Purposes = purposes, Proposes = true };
        return state.Touching(desk.State.Proposes ? touched : desk.State.Areas.Keys);
    }

    private static string? AreaOf(EditDesk desk, string id, out int building)
    {
        if (!desk.Ground.Buildings.Value.TryFind(id, out building))
        {
            desk.Refuse("building", id, "The city has no building of that id.", "Give ids as they stand in the building layer.");
            return null;
        }

        var home = desk.Ground.Checks.HomeParcels[building];
        if (home >= 0 && desk.OwnerOf(home) is { } area)
        {
            return area;
        }

        desk.Refuse(
            "building", id, "It stands in no area, so nothing can be proposed for it.",
            home < 0 ? "It stands on no parcel; leave it out." : $"Add its parcel {desk.IdOf(home)} to an area first.");
        return null;
    }

    private void RequirePurpose(EditDesk desk, string id)
    {
        if (Purpose.Trim().Length == 0)
        {
            desk.Refuse("building", id, "A demolition by choice needs a purpose.", "Say what it is for: set demolish … for PURPOSE.");
        }
    }

    private BuildingDisposition Of(EditGround ground, int building)
    {
        var evident = ground.Dispositions.Of(building);
        return evident.Disposition == Disposition ? evident
            : Disposition == Disposition.Demolish ? Elective(ground, building)
            : new BuildingDisposition(building, Disposition, DemolitionKind.None, ByPlanner);
    }

    /// <summary>A candidate for demolition by choice.</summary>
    internal static BuildingDisposition Elective(EditGround ground, int building) =>
        new(building, Disposition.Demolish, DemolitionKind.ElectiveCandidate, "elective_candidate")
        {
            DemolishedFloorArea = ground.Plan.Facts.Buildings.FloorArea[building].Value,
        };
}
