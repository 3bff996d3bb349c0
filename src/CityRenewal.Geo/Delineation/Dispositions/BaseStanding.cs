using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Delineation;

/// <summary>A building with what is proposed for it whatever area it comes to lie in: everything but demolition by choice.</summary>
internal sealed class BaseStanding(ProposalGround ground, DispositionPlan dispositions)
{
    /// <summary>The building.</summary>
    public StandingBuilding Of(int building)
    {
        var proposed = dispositions.Of(building);
        return AreaStock.Standing(ground.City, ground.Facts, building, proposed);
    }
}
