namespace CityRenewal.Geo.Editing;

/// <summary>Takes parcels that are in no area into one.</summary>
/// <param name="Area">The area, by id.</param>
/// <param name="Parcels">The parcels, by id.</param>
public sealed record AddParcels(string Area, IReadOnlyList<string> Parcels) : Edit
{
    /// <inheritdoc/>
    public override AppliedEdit Said => new(
        $"add {EditCommand.Quoted(Area)} {Ids(Parcels)}", $"Added {List(Parcels)} to {Area}.", $"将 {ListChinese(Parcels)} 纳入 {Area}。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var members = desk.Area(Area);
        var parcels = desk.Parcels(Parcels);
        desk.RequireFree(parcels);
        desk.Require();
        return desk.State.With(Area, members.Concat(parcels));
    }
}
