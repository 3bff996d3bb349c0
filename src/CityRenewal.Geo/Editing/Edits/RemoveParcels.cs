namespace CityRenewal.Geo.Editing;

/// <summary>Takes parcels out of an area; at least one stays.</summary>
/// <param name="Area">The area, by id.</param>
/// <param name="Parcels">The parcels, by id.</param>
public sealed record RemoveParcels(string Area, IReadOnlyList<string> Parcels) : Edit
{
    /// <inheritdoc/>
    public override AppliedEdit Said => new(
        $"remove {EditCommand.Quoted(Area)} {Ids(Parcels)}", $"Removed {List(Parcels)} from {Area}.", $"将 {ListChinese(Parcels)} 移出 {Area}。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var members = desk.Area(Area);
        var parcels = desk.Parcels(Parcels);
        if (members.Length > 0)
        {
            desk.RequireIn(Area, parcels);
        }

        desk.Require();
        RequireRest(desk, Area, members, parcels);
        return desk.State.With(Area, members.Except(parcels));
    }

    /// <summary>Refuses to leave an area without parcels.</summary>
    internal static void RequireRest(EditDesk desk, string area, int[] members, List<int> parcels)
    {
        if (members.Length == parcels.Count)
        {
            desk.Refuse("area", area, "Nothing would be left of it.", $"Dissolve it instead: dissolve {area}.");
            desk.Require();
        }
    }
}
