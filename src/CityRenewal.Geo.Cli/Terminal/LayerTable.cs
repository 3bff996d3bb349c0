using System.Text.Json;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What was written into a city file, layer by layer.</summary>
internal static class LayerTable
{
    public static void Print(IReadOnlyList<SourceLayer> layers, string path, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new
            {
                city = path,
                layers = layers.Select(layer => new { name = layer.Name, features = layer.Shapes.Count, epsg = layer.Epsg }),
            }));
            return;
        }

        var table = TextTable.Of("layer", ">features", ">EPSG", "from");
        foreach (var layer in layers)
        {
            table.Row(layer.Name, layer.Shapes.Count, layer.Epsg.ToString(), layer.Origin);
        }

        TextTable.Print(table);
        Console.Out.WriteLine($"written: {path}");
    }
}
