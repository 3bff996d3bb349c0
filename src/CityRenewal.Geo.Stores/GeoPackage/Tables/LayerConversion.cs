using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>Brings a delivered layer to the columns of its table, so that what is hashed is what is stored.</summary>
internal static class LayerConversion
{
    private static readonly string[] Reserved = ["fid", "geom", "from_version", "to_version"];

    /// <summary>The layer with every column in the kind its table holds; all that cannot be stored is said at once.</summary>
    internal static SourceLayer ToTable(SourceLayer layer, LayerSchema schema, string path)
    {
        var problems = new List<string>();
        var columns = layer.Columns.Select(column => Convert(column, layer, schema, problems)).ToList();
        var names = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        problems.AddRange(
            from column in columns
            where !names.Add(column.Name)
            select $"the name {column.Name} is used twice or reserved");
        if (layer.Column(schema.IdColumn) is null && layer.Shapes.Count > 0)
        {
            problems.Add($"the id column {schema.IdColumn} is missing");
        }

        if (problems.Count > 0)
        {
            throw new StoreException(
                path,
                $"Layer {layer.Name} does not fit the city file: {string.Join("; ", problems)}.",
                "Rename or convert these columns in the mapping, then import again.");
        }

        return new SourceLayer
        {
            Name = layer.Name, Epsg = layer.Epsg, Origin = layer.Origin, Shapes = layer.Shapes, Columns = columns,
        };
    }

    private static SourceColumn Convert(SourceColumn column, SourceLayer layer, LayerSchema schema, List<string> problems)
    {
        var rows = RowsOf(column);
        if (rows != layer.Shapes.Count)
        {
            problems.Add($"{column.Name} has {rows} values for {layer.Shapes.Count} features");
        }

        var known = schema.Columns.FirstOrDefault(known => LayerSchema.Same(known.Name, column.Name));
        if (known.Name is null || known.Kind == TableColumn.KindOf(column))
        {
            return known.Name is null ? column : column with { Name = known.Name };
        }

        switch (column, known.Kind)
        {
            case (IntegerSource whole, ColumnKind.Text):
                return new TextSource(known.Name, TextColumn.From(whole.Values.Select(TextOf)));
            case (IntegerSource whole, ColumnKind.Real):
                return new RealSource(known.Name, [.. whole.Values.Select(RealOf)]);
            case (RealSource real, ColumnKind.Integer) when real.Values.All(IsWhole):
                return new IntegerSource(known.Name, [.. real.Values.Select(WholeOf)]);
            default:
                problems.Add($"{column.Name} must hold {Words(known.Kind)}");
                return column;
        }
    }

    private static int RowsOf(SourceColumn column) => column switch
    {
        IntegerSource whole => whole.Values.Length,
        RealSource real => real.Values.Length,
        _ => ((TextSource)column).Values.Count,
    };

    private static string Words(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => "whole numbers",
        ColumnKind.Real => "numbers",
        _ => "texts",
    };

    private static string? TextOf(int value) =>
        value == Unknown.Integer ? null : value.ToString(CultureInfo.InvariantCulture);

    private static double RealOf(int value) => value == Unknown.Integer ? Unknown.Real : value;

    private static bool IsWhole(double value) =>
        double.IsNaN(value) || (Math.Abs(value) < int.MaxValue && value == Math.Floor(value));

    private static int WholeOf(double value) => double.IsNaN(value) ? Unknown.Integer : (int)value;
}
