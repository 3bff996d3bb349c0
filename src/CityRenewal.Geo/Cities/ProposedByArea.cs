using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Cities;

/// <summary>What is proposed for the buildings of each area of a plan, for a review of its outlines.</summary>
public static class ProposedByArea
{
    /// <summary>The dispositions of each area; null everywhere where buildings stand and nothing is proposed for any.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="ids">Ids of the outlines under review.</param>
    /// <param name="areas">The areas of the plan with their parcels, by id.</param>
    /// <param name="all">What is proposed in all of them.</param>
    public static IReadOnlyList<IReadOnlyList<BuildingDisposition>?> Of(
        CityWork work, IReadOnlyList<string> ids, IReadOnlyList<(string Id, IReadOnlyList<string> Parcels)> areas,
        IReadOnlyList<BuildingDisposition> all)
    {
        var homes = HomeParcels.Of(work.Facts(), NetAreas.Of(work.Fabric()));
        var areaOf = areas.SelectMany(area => area.Parcels.Select(parcel => (Parcel: parcel, area.Id)))
            .DistinctBy(pair => pair.Parcel).ToDictionary(pair => pair.Parcel, pair => pair.Id, StringComparer.Ordinal);
        string? AreaOf(int building) =>
            homes[building] >= 0 ? areaOf.GetValueOrDefault(work.City.Parcels.Ids[homes[building]]) : null;
        if (all.Count == 0 && Enumerable.Range(0, homes.Length).Any(building => AreaOf(building) is not null))
        {
            return [.. ids.Select(_ => (IReadOnlyList<BuildingDisposition>?)null)];
        }

        var proposed = all.ToLookup(each => AreaOf(each.Building));
        return [.. ids.Select(id => (IReadOnlyList<BuildingDisposition>?)[.. proposed[id].OrderBy(each => each.Building)])];
    }
}
