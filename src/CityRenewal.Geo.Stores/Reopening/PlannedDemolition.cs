using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Reopening;

/// <summary>What a stored plan demolishes on the land of an entry of the register.</summary>
public static class PlannedDemolition
{
    /// <summary>The claims on an entry's parcels, by building.</summary>
    /// <param name="stored">The plan.</param>
    /// <param name="work">The work on its city.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="StoreException">The city has not all buildings of the plan.</exception>
    public static IReadOnlyList<DemolitionClaim> On(StoredPlan stored, CityWork work, RegisterEntry entry, CancellationToken cancel = default)
    {
        var parcels = entry.Parcels.Select(parcel => parcel.Id).ToHashSet(StringComparer.Ordinal);
        var facts = work.Facts(cancel: cancel);
        var main = facts.BuildingShares.MainParcel.ToArray();
        var proposed = StoredSession.DispositionsOf(stored, work.City, work)
            .Where(one => main[one.Building] >= 0 && parcels.Contains(work.City.Parcels.Ids[main[one.Building]]));
        return BaselineFreezing.Claims(work.City, facts, proposed);
    }
}
