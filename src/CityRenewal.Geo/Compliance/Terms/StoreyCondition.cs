using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings with so many storeys above the ground.</summary>
/// <param name="AtLeast">Fewest storeys; null where only an upper end is given.</param>
/// <param name="AtMost">Most storeys; null where only a lower end is given.</param>
public sealed record StoreyCondition(int? AtLeast, int? AtMost) : Condition
{
    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var storeys = ground.City.Buildings.StoreysAbove[building.Row];
        return Weight.Of(storeys == Unknown.Integer ? null : (AtLeast is null || storeys >= AtLeast) && (AtMost is null || storeys <= AtMost));
    }
}
