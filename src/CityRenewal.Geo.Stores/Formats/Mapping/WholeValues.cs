using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// A ledger speaks of whole buildings, and a building may come in several rows. What is summed over its parts is left to one
/// of them, the first in the file, and is zero in the others, so that nothing is counted twice.
/// </summary>
internal static class WholeValues
{
    private static readonly string[] Summed = ["households", "people", "floor_area_m2", "illegal_area_m2"];

    /// <summary>The layer with lent numbers once for each code.</summary>
    public static SourceLayer Once(SourceLayer layer, LayerMapping mapping, DeliveredLayer delivered)
    {
        var lent = FieldRules.Of(mapping, delivered)
            .Where(rule => Summed.Contains(rule.Column.Name) && rule.Sources.Any(source => IsLent(delivered, source)))
            .Select(rule => rule.Column.Name).ToHashSet();
        if (lent.Count == 0 || layer.Column("building_id") is not { } ids)
        {
            return layer;
        }

        var first = Enumerable.Range(0, layer.Shapes.Count).Where(row => ids.TextOf(row).Length > 0)
            .GroupBy(ids.TextOf).Select(rows => rows.MinBy(layer.FidOf)).ToHashSet();
        return new SourceLayer
        {
            Name = layer.Name,
            Epsg = layer.Epsg,
            Shapes = layer.Shapes,
            Columns = [.. layer.Columns.Select(column => lent.Contains(column.Name) ? Once(column, ids, first) : column)],
            Fids = layer.Fids,
            Origin = layer.Origin,
            Classification = layer.Classification,
        };
    }

    private static bool IsLent(DeliveredLayer delivered, string source) =>
        delivered.Field(source) is { } field && delivered.LentFields.Contains(field.Name);

    private static SourceColumn Once(SourceColumn column, SourceColumn ids, HashSet<int> first)
    {
        bool IsSpent(int row) => ids.TextOf(row).Length > 0 && !first.Contains(row);
        return column switch
        {
            RealSource real => new RealSource(column.Name, [.. real.Values.Select((value, row) => IsSpent(row) && !double.IsNaN(value) ? 0 : value)]),
            IntegerSource whole => new IntegerSource(column.Name, [.. whole.Values.Select((value, row) => IsSpent(row) && value != Unknown.Integer ? 0 : value)]),
            _ => column,
        };
    }
}
