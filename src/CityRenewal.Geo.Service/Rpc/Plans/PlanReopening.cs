using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>A kept plan that meets its city again, under the options and rules that it was made under.</summary>
internal static class PlanReopening
{
    /// <summary>A session on it.</summary>
    public static EditSession Open(IOfficeCity city, string plan, CityWork work, CancellationToken cancel)
    {
        var stored = city.ReadPlan(plan, PlanFile.Read);
        var made = MadeUnder.Of(stored);
        return StoredSession.Open(stored, work, (made.Options, made.OwnPack(null)), null, cancel);
    }
}
