using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Register;

/// <summary>Which parcels and buildings the present layers have, by id.</summary>
internal sealed class PresentIds(City city)
{
    private readonly HashSet<string> _parcels = IdsOf(city.Parcels.Ids);
    private readonly HashSet<string> _buildings = IdsOf(city.Buildings.Ids);

    public bool HasParcel(string id) => _parcels.Contains(id);

    public bool HasBuilding(string id) => _buildings.Contains(id);

    private static HashSet<string> IdsOf(TextColumn ids) =>
        Enumerable.Range(0, ids.Count).Select(row => ids[row]).ToHashSet(StringComparer.Ordinal);
}
