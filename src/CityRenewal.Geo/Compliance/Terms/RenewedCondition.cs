using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings that were renewed less than so many years ago. A year that is not given is unknown, not "never".</summary>
/// <param name="Below">Years that are long enough ago.</param>
public sealed record RenewedCondition(int Below) : Condition
{
    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var renewed = ground.City.Buildings.RenewedYear[building.Row];
        return renewed == Unknown.Integer || ground.Year is not { } year ? Weight.Unknown : Weight.Of(year - renewed < Below);
    }
}
