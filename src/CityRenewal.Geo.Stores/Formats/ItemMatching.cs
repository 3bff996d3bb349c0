using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Gives protected items the building that they are, and says in the report how it was found.</summary>
internal static class ItemMatching
{
    /// <summary>The layers with their items named, and the items that could not be.</summary>
    public static (IReadOnlyList<SourceLayer> Layers, IReadOnlyList<Defect> Defects) Matched(
        IReadOnlyList<SourceLayer> layers, List<ImportedSource> sources)
    {
        var buildings = layers.Where(layer => layer.Name == LayerNames.Buildings).ToList();
        var items = layers.Where(layer => layer.Name == LayerNames.ProtectedItems).ToList();
        if (buildings.Count != 1 || items.Count != 1)
        {
            return (layers, []);
        }

        var named = ItemBuildings.Of(items[0], buildings[0]);
        var source = sources.FindLastIndex(source => source.Layer == LayerNames.ProtectedItems);
        if (source >= 0)
        {
            var note = $"of {items[0].Shapes.Count:N0} items {named.ById:N0} name their building and {named.ByPlace:N0} were found on one";
            sources[source] = sources[source] with { Notes = [.. sources[source].Notes, note] };
        }

        return ([.. layers.Select(layer => layer == items[0] ? named.Layer : layer)], named.Defects);
    }
}
