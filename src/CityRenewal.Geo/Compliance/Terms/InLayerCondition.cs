using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings or parcels that lie in a layer by more than a little.</summary>
/// <param name="Column">The layer, by its column name: historic_core, blue_line, …</param>
/// <param name="AboveSquareMetres">Overlap up to which a feature still lies outside, m².</param>
public sealed record InLayerCondition(string Column, double AboveSquareMetres) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsParcels => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [Column];

    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building) =>
        Weight.Of(ground.Facts.Buildings.Column(Column) is { } column ? column.AreaOf(building.Row) > AboveSquareMetres : null);

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) =>
        Weight.Of(ground.Facts.Column(Column) is { } column ? column.AreaOf(parcel) > AboveSquareMetres : null);
}
