using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>What makes a whole layer unusable, found before any work is done.</summary>
internal static class LayerProblems
{
    public static void ThrowIfUnusable(IReadOnlyList<SourceLayer> layers, bool isLocal)
    {
        var problems = layers.SelectMany(layer => Of(layer, isLocal)).ToList();
        if (problems.Count > 0)
        {
            throw new UnusableLayersException(problems);
        }
    }

    private static IEnumerable<string> Of(SourceLayer layer, bool isLocal)
    {
        var name = layer.Origin.Length == 0 ? $"Layer {layer.Name}" : $"Layer {layer.Name} ({layer.Origin})";
        if (!LayerNames.All.Contains(layer.Name))
        {
            yield return $"{name}: a city has no layer of that name. Use one of {string.Join(", ", LayerNames.All)}.";
        }

        if (layer.Epsg != ReferenceSystems.Local && !ReferenceSystems.TryFind(layer.Epsg, out _))
        {
            yield return $"{name}: EPSG:{layer.Epsg} is not supported. Convert it to one of 4490, 4326, 4544-4546, 4523-4525, "
                + "4507-4508, 4496-4497, 2154, 3857 or a UTM zone, or declare all layers local (0) if they are in metres.";
        }
        else if (layer.Epsg == ReferenceSystems.Local != isLocal)
        {
            yield return $"{name}: some layers are in a declared local metric system and some are not, so they cannot be laid "
                + "over each other. Give every layer its EPSG code, or declare them all local (0).";
        }

        foreach (var column in layer.Columns.Where(column => column.Count != layer.Shapes.Count))
        {
            yield return $"{name}: column {column.Name} has {column.Count} rows, but there are {layer.Shapes.Count} features. "
                + "Read the layer again.";
        }
    }
}
