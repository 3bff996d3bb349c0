using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>What a reader of tiles wants to know of a layer.</summary>
/// <param name="Name">Its name in tiles and addresses.</param>
/// <param name="Meaning">What it is, in both languages.</param>
/// <param name="Fields">Its attributes: name, String or Number, meaning.</param>
/// <param name="Bounds">Where it lies; null where it has no shape.</param>
public sealed record LayerDescription(
    string Name, string Meaning, IReadOnlyList<(string Name, string Type, string Meaning)> Fields, LonLatBox? Bounds)
{
    internal static LayerDescription Of(TileLayer layer, LonLatBox? bounds)
    {
        var fields = layer.Fields.Select(field => (field.Name, field.Type, Meaning: MeaningOf(field)));
        return new LayerDescription(
            layer.Name,
            $"{LayerNames.ChineseOf(layer.Name)} {layer.Name}{Generalised(layer.Name)}",
            [.. layer.Name == LayerNames.Parcels ? fields.Concat(ParcelGroups.Fields) : fields],
            bounds);
    }

    /// <summary>The layer that says what a tile does not show as it is.</summary>
    internal static LayerDescription OfNotes() => new(
        TileNote.LayerName, "瓦片说明 what a tile does not show as it is, one point in its middle for each layer", TileNote.Fields, null);

    private static string Generalised(string layer) => layer == LayerNames.Parcels
        ? $"; where a tile holds more than {CityTiles.MostParcels:N0}, blocks 街坊 or planning units 规划单元 with their number of parcels (shown_as)"
        : "";

    private static string MeaningOf(TileField field) =>
        field.FromZoom > 0 ? $"{field.Meaning}; from zoom {field.FromZoom}" : field.Meaning;
}
