namespace CityRenewal.Geo.Compliance;

/// <summary>Parcels that are built up today, or are not.</summary>
/// <param name="IsBuiltUp">Which of the two counts.</param>
public sealed record BuiltUpCondition(bool IsBuiltUp) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsBuildings => false;

    /// <inheritdoc/>
    public override bool KnowsParcels => true;

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) =>
        Weight.Of(ground.BuiltUp.Of(parcel) is { } built ? built == IsBuiltUp : null);
}
