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
            homes[building] = Of(building, facts, netAreas);
        }

        return homes;
    }

    /// <summary>The same after some parcels became others; all else is as before.</summary>
    public static int[] After(int[] before, (ParcelFacts Before, ParcelFacts Now) facts, double[] netAreas, IReadOnlyList<int> parcels)
    {
        var homes = (int[])before.Clone();
        foreach (var parcel in parcels)
        {
            foreach (var on in parcel < facts.Before.Count ? facts.Before.BuildingShares.BuildingsOf(parcel) : [])
            {
                homes[on.Zone] = Of(on.Zone, facts.Now, netAreas);
            }

            foreach (var on in facts.Now.BuildingShares.BuildingsOf(parcel))
            {
                homes[on.Zone] = Of(on.Zone, facts.Now, netAreas);
            }
        }

        return homes;
    }

    private static int Of(int building, ParcelFacts facts, double[] netAreas)
    {
        var (home, most) = (-1, 0.0);
        foreach (var (parcel, area) in facts.BuildingShares.ParcelsOf(building))
        {
            if (netAreas[parcel] > 0 && area > most + 1e-8)
            {
                (home, most) = (parcel, area);
            }
        }

        return home;
    }
}
