using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Checks layers before anything is written, and puts them in the order of every table and output.</summary>
internal static class CityLayers
{
    internal static IReadOnlyList<SourceLayer> Checked(IReadOnlyList<SourceLayer> layers, string path)
    {
        var problems = layers
            .Where(layer => LayerSchema.Find(layer.Name) is null)
            .Select(layer => $"{layer.Name} is not a layer of a city")
            .Concat(layers.GroupBy(layer => layer.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key} is given twice"))
            .Concat(layers
                .Where(layer => layer.Epsg != 0 && SpatialReferences.Find(layer.Epsg) is null)
                .Select(layer => $"{layer.Name} is in EPSG:{layer.Epsg}, which is not supported"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new StoreException(
                path,
                $"These layers cannot be stored: {string.Join("; ", problems)}.",
                $"Use the layer names {string.Join(", ", LayerNames.All)}, each once, in a supported reference system.");
        }

        return
        [
            .. layers
                .OrderBy(layer => LayerNames.All.ToList().IndexOf(layer.Name))
                .Select(layer => LayerConversion.ToTable(layer, LayerSchema.Find(layer.Name)!, path)),
        ];
    }
}
