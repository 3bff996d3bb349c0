using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Delineation;

/// <summary>What renewal of each parcel costs by the prices that the planner gives.</summary>
internal static class ParcelCosts
{
    /// <summary>Cost by parcel: its land, and what is proposed for the buildings that belong to it.</summary>
    public static double[] Of(ProposalGround ground, CostModel model, Func<int, StandingBuilding> standing)
    {
        var costs = new double[ground.NetAreas.Length];
        for (var parcel = 0; parcel < costs.Length; parcel++)
        {
            costs[parcel] = model.PerLand * ground.NetAreas[parcel];
        }

        for (var building = 0; building < ground.HomeParcels.Length; building++)
        {
            if (ground.HomeParcels[building] >= 0)
            {
                costs[ground.HomeParcels[building]] += Of(standing(building), model);
            }
        }

        return costs;
    }

    /// <summary>Cost of one building; floor area that nobody knows costs nothing, and the plan says how much is unknown.</summary>
    public static double Of(StandingBuilding building, CostModel model)
    {
        if (!building.IsKnown)
        {
            return 0;
        }

        var goes = building.FloorArea.Value * (1 - building.Staying);
        var renovated = building.Disposition == Disposition.Renovate ? building.FloorArea.Value * building.Staying : 0;
        return (model.PerDemolished * goes) + (model.PerRenovated * renovated);
    }
}
