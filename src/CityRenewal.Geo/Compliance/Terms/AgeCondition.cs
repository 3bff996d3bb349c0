using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings of at least some age, or younger.</summary>
/// <param name="AtLeast">Least age in years; null where only an upper end is given.</param>
/// <param name="Below">Age in years that is too old; null where only a lower end is given.</param>
public sealed record AgeCondition(int? AtLeast, int? Below) : Condition
{
    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var built = ground.City.Buildings.YearBuilt[building.Row];
        if (built == Unknown.Integer || ground.Year is not { } year)
        {
            return Weight.Unknown;
        }

        return Weight.Of((AtLeast is null || year - built >= AtLeast) && (Below is null || year - built < Below));
    }
}
