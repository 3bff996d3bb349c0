using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Makes one building of the rows of one code where the mapping asks for it, or the id field is the code of a 自然幢, or
/// fields say which part a row is; else only tells that codes repeat.
/// </summary>
internal static class PartGrouping
{
    private static readonly HashSet<string> BuildingCodes = new(StringComparer.OrdinalIgnoreCase) { "ZRZH", "自然幢号", "幢号", "自然幢编号" };
    private static readonly string[] OfParts = ["part_id", "part_storey", "part_kind"];

    /// <summary>The layer with its buildings made, and a note of what was done.</summary>
    public static MappedLayer Applied(MappedLayer mapped, LayerMapping mapping, DeliveredLayer delivered)
    {
        var layer = mapped.Layer;
        if (layer.Name != LayerNames.Buildings || layer.Shapes.Kind != ShapeKind.Polygon)
        {
            return mapped;
        }

        if (!IsWanted(mapping, delivered, layer.Columns.Select(column => column.Name)))
        {
            return mapped with { Notes = [.. mapped.Notes, .. Repeated(layer, mapping)] };
        }

        var grouped = BuildingParts.Grouped(WholeValues.Once(layer, mapping, delivered));
        var note = $"{grouped.Rows:N0} rows became {grouped.Layer.Shapes.Count:N0} buildings; {grouped.Grouped:N0} of them are made of several parts";
        return mapped with { Layer = grouped.Layer, Defects = [.. mapped.Defects, .. grouped.Defects], Notes = [.. mapped.Notes, note] };
    }

    /// <summary>Whether rows of one code are to become one building.</summary>
    public static bool IsWanted(LayerMapping mapping, DeliveredLayer delivered, IEnumerable<string> columns)
    {
        var id = mapping.Id.Select(delivered.Field).FirstOrDefault(field => field is not null)?.Name ?? "";
        return mapping.GroupsParts ?? (BuildingCodes.Contains(id) || OfParts.Intersect(columns).Any());
    }

    private static IEnumerable<string> Repeated(SourceLayer layer, LayerMapping mapping)
    {
        var ids = layer.Column("building_id")!;
        var repeated = Enumerable.Range(0, ids.Count).Select(ids.TextOf).Where(text => text.Length > 0).GroupBy(text => text).Count(same => same.Count() > 1);
        return repeated > 0 && mapping.GroupsParts is null
            ? [$"{repeated:N0} building codes stand in several rows; `parts: group` in a mapping makes one building of each"]
            : [];
    }
}
