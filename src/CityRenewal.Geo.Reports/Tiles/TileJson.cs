using System.Text.Json.Nodes;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>TileJSON 3.0.0: what a map has to know to show tiles.</summary>
public static class TileJson
{
    private const int FirstZoom = 12;

    /// <summary>The document of some layers of a city.</summary>
    /// <param name="tiles">The city's tiles.</param>
    /// <param name="layers">Names of the layers.</param>
    /// <param name="address">Address of a tile with {z}, {x} and {y} in it.</param>
    public static async Task<JsonObject> OfAsync(CityTiles tiles, IReadOnlyList<string> layers, string address)
    {
        var descriptions = await tiles.DescribeAsync(layers);
        var city = tiles.City;
        var document = new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = layers.Count == 1 ? $"{city.Name} {layers[0]}" : city.Name,
            ["description"] = "EPSG:3857, extent 4096; each tile holds at most 500 kB before compression, and what it leaves out or "
                + "generalises is said in its layer tile_notes. Deeper zooms than maxzoom show tiles of maxzoom enlarged.",
            ["version"] = "1.0.0",
            ["data_version"] = city.DataVersion,
            ["attribution"] = $"{city.Name} · {city.Classification.Chinese()} {city.Classification.Wire()} · {MeasuredPlan.Disclaimer}",
            ["scheme"] = "xyz",
            ["tiles"] = new JsonArray(address),
            ["minzoom"] = 0,
            ["maxzoom"] = TileAddress.DeepestZoom,
            ["vector_layers"] = new JsonArray([.. descriptions.Append(LayerDescription.OfNotes()).Select(LayerOf)]),
        };
        AddPlace(document, descriptions);
        return document;
    }

    private static void AddPlace(JsonObject document, IReadOnlyList<LayerDescription> descriptions)
    {
        var boxes = descriptions.Where(layer => layer.Bounds.HasValue).Select(layer => layer.Bounds!.Value).ToList();
        if (boxes.Count == 0)
        {
            return;
        }

        double west = Down(boxes.Min(box => box.MinLon)), south = Down(boxes.Min(box => box.MinLat));
        double east = Up(boxes.Max(box => box.MaxLon)), north = Up(boxes.Max(box => box.MaxLat));
        document["bounds"] = new JsonArray(west, south, east, north);
        document["center"] = new JsonArray(Math.Round((west + east) / 2, 6), Math.Round((south + north) / 2, 6), FirstZoom);
    }

    private static JsonNode LayerOf(LayerDescription layer)
    {
        var (fields, meanings) = (new JsonObject(), new JsonObject());
        foreach (var (name, type, meaning) in layer.Fields)
        {
            fields[name] = type;
            meanings[name] = meaning;
        }

        return new JsonObject
        {
            ["id"] = layer.Name,
            ["description"] = layer.Meaning,
            ["minzoom"] = 0,
            ["maxzoom"] = TileAddress.DeepestZoom,
            ["fields"] = fields,
            ["field_meanings"] = meanings,
        };
    }

    private static double Down(double degrees) => Math.Floor(degrees * 1e6) / 1e6;

    private static double Up(double degrees) => Math.Ceiling(degrees * 1e6) / 1e6;
}
