using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>The parcel that each building belongs to: of those with land in the fabric the one that holds most of its footprint.</summary>
internal static class HomeParcels
{
    /// <summary>Parcel of each building, ties to the smaller row; -1 where it stands on none.</summary>
    public static int[] Of(ParcelFacts facts, double[] netAreas)
    {
        var homes = new int[facts.Buildings.Footprint.Length];
        for (var building = 0; building < homes.Length; building++)
        {
            homes[building] = -1;
            double most = 0;
            foreach (var (parcel, area) in facts.BuildingShares.ParcelsOf(building))
            {
                if (netAreas[parcel] > 0 && area > most + 1e-8)
                {
                    (homes[building], most) = (parcel, area);
                }
            }
        }

        return homes;
    }
}
