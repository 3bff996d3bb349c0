namespace CityRenewal.Geo.Editing;

/// <summary>Moves parcels from one area to another.</summary>
/// <param name="From">The area that they are in, by id.</param>
/// <param name="To">The area that they go to, by id.</param>
/// <param name="Parcels">The parcels, by id.</param>
public sealed record MoveParcels(string From, string To, IReadOnlyList<string> Parcels) : Edit
{
    /// <inheritdoc/>
    public override AppliedEdit Said => new(
        $"move {EditCommand.Quoted(From)} {EditCommand.Quoted(To)} {Ids(Parcels)}",
        $"Moved {List(Parcels)} from {From} to {To}.",
        $"将 {ListChinese(Parcels)} 由 {From} 移至 {To}。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var (from, to) = (desk.Area(From), desk.Area(To));
        var parcels = desk.Parcels(Parcels);
        if (From == To)
        {
            desk.Refuse("area", To, "The parcels would stay where they are.", "Name another area to move them to.");
        }

        if (from.Length > 0)
        {
            desk.RequireIn(From, parcels);
        }

        desk.Require();
        RemoveParcels.RequireRest(desk, From, from, parcels);
        return desk.State.With(From, from.Except(parcels)).With(To, to.Concat(parcels));
    }
}
