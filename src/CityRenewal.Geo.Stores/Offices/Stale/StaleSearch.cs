using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.Offices.Stale;

/// <summary>Finds the plans that layers have changed under, in whatever store.</summary>
/// <param name="city">The city.</param>
/// <param name="changesSince">What has changed since a version of the city, layer by layer.</param>
/// <param name="placesOf">Where the areas of a plan lie.</param>
internal sealed class StaleSearch(IOfficeCity city, Func<int, IReadOnlyList<ChangedLayer>> changesSince, Func<string, PlanPlaces> placesOf)
{
    private readonly Dictionary<int, IReadOnlyList<ChangedLayer>> _changes = [];

    internal IReadOnlyList<StalePlan> Run(CancellationToken cancel)
    {
        var present = city.ReadLayersVersion();
        var stale = city.ReadPlans().Where(plan => plan.LayersVersion != present).ToList();
        if (stale.Count == 0)
        {
            return [];
        }

        var versions = VersionsByHash(city.ReadVersions());
        return [.. stale.Select(plan => Of(plan, versions, cancel))];
    }

    private StalePlan Of(OfficePlan plan, Dictionary<string, int> versions, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var places = placesOf(plan.Id);
        if (!versions.TryGetValue(plan.LayersVersion, out var since) || city.ReadSettings().Plane is not { } plane)
        {
            return new StalePlan(plan.Id, [.. LayerNames.All.Where(city.ReadVersions().Select(version => version.Layer).Contains)], [.. places.Areas.Select(area => area.Id).Order(StringComparer.Ordinal)]);
        }

        if (!_changes.TryGetValue(since, out var changes))
        {
            _changes[since] = changes = changesSince(since);
        }

        var layers = changes.Select(change => change.Layer).ToHashSet(StringComparer.Ordinal);
        return new StalePlan(plan.Id, [.. LayerNames.All.Where(layers.Contains)], new TouchedAreas(places, plane).By(changes, plan.RulePack.Length > 0));
    }

    // What the layers' hash was in every version of the city; of equal ones the oldest, so that nothing that changed since is missed.
    private static Dictionary<string, int> VersionsByHash(IReadOnlyList<LayerVersion> all)
    {
        var hashes = new Dictionary<string, int>(StringComparer.Ordinal);
        var newest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var versions in all.OrderBy(version => version.Version).GroupBy(version => version.Version))
        {
            foreach (var version in versions)
            {
                newest[version.Layer] = version.Hash;
            }

            hashes.TryAdd(LayerHash.OfCity(newest.Select(layer => (layer.Key, layer.Value))), versions.Key);
        }

        return hashes;
    }
}
