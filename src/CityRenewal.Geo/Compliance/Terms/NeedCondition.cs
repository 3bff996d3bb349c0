using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Parcels, and buildings on parcels, whose need reaches a threshold; a sound tower must not buy demolition.</summary>
/// <param name="AtLeast">The threshold, in [0, 1].</param>
public sealed record NeedCondition(double AtLeast) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsParcels => true;

    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var home = ground.Facts.BuildingShares.MainParcel[building.Row];
        return home < 0 ? Weight.No : Of(ground.Need.Scores[home]);
    }

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) => Of(ground.Need.Scores[parcel]);

    // Where the need is unknown nothing is bought: it is no evidence of need.
    private Weight Of(double need) => Weight.Of(need >= AtLeast);
}
