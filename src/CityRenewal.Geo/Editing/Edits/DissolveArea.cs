namespace CityRenewal.Geo.Editing;

/// <summary>Dissolves an area: its parcels are in none afterwards.</summary>
/// <param name="Area">The area, by id.</param>
public sealed record DissolveArea(string Area) : Edit
{
    /// <inheritdoc/>
    public override AppliedEdit Said => new($"dissolve {EditCommand.Quoted(Area)}", $"Dissolved {Area}.", $"撤销 {Area}。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        desk.Area(Area);
        desk.Require();
        return desk.State.Without(Area);
    }
}
