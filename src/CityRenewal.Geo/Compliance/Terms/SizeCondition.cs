namespace CityRenewal.Geo.Compliance;

/// <summary>Parcels smaller than so much land: small lots.</summary>
/// <param name="Below">Area that is no longer small, m².</param>
public sealed record SizeCondition(double Below) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsBuildings => false;

    /// <inheritdoc/>
    public override bool KnowsParcels => true;

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) =>
        Weight.Of(ground.Facts.AreaM2[parcel] < Below);
}
