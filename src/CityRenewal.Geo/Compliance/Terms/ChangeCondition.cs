namespace CityRenewal.Geo.Compliance;

/// <summary>Parcels on which a building goes.</summary>
/// <param name="Changes">Whether those count, or the others.</param>
public sealed record ChangeCondition(bool Changes) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsBuildings => false;

    /// <inheritdoc/>
    public override bool KnowsParcels => true;

    /// <summary>What goes is told by buildings: without them nothing would seem to change.</summary>
    public override IEnumerable<string> Needs => [Land.LayerNames.Buildings];

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) =>
        Weight.Of(area is { HasDispositions: true } ? area.HasDemolitionOn(parcel) == Changes : null);
}
