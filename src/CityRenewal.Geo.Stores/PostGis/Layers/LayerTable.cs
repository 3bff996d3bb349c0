using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>The table of a layer: the rows of all its versions, and a view of those that are current.</summary>
/// <param name="Schema">The schema of the city.</param>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Columns">Its columns by the names that were delivered.</param>
/// <param name="Newest">Its newest version.</param>
/// <param name="GeometryType">MULTIPOLYGON, MULTILINESTRING, POINT or MULTIPOINT.</param>
internal sealed record LayerTable(string Schema, string Layer, IReadOnlyList<TableColumn> Columns, LayerVersion Newest, string GeometryType)
{
    /// <summary>The table of the rows of all versions, quoted.</summary>
    internal string Rows => $"{FeatureTable.Quoted(Schema)}.{FeatureTable.Quoted(Layer + "_versions")}";

    /// <summary>The view of the current rows, quoted.</summary>
    internal string View => $"{FeatureTable.Quoted(Schema)}.{FeatureTable.Quoted(Layer)}";

    /// <summary>The sequence of row numbers, quoted.</summary>
    internal string Sequence => $"{FeatureTable.Quoted(Schema)}.{FeatureTable.Quoted(Layer + "_fid")}";

    /// <summary>The sequence as a text in SQL.</summary>
    internal string SequenceText => $"'{Sequence.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The tables of a city, in the order of all outputs.</summary>
    internal static IReadOnlyList<LayerTable> All(Session session, CityRow city)
    {
        var newest = LayerVersionRows.Newest(session, city);
        var columns = ColumnsOf(session, city.Schema);
        return
        [
            .. LayerNames.All.Where(newest.ContainsKey)
                .Select(layer => new LayerTable(city.Schema, layer, [.. columns[layer + "_versions"]], newest[layer].Version, newest[layer].GeometryType)),
        ];
    }

    /// <summary>The layer as a reader of GeoPackages would see it.</summary>
    internal FeatureTable AsFeatures(int epsg, string geometryType) =>
        new(Layer, "geom", geometryType, new SpatialReference("EPSG", epsg, ""), Columns);

    /// <summary>The columns in SQL, a comma before each.</summary>
    internal static string Listed(IEnumerable<TableColumn> columns) =>
        string.Concat(columns.Select(column => $", {FeatureTable.Quoted(ColumnNames.InTable(column.Name))}"));

    private static ILookup<string, TableColumn> ColumnsOf(Session session, string schema) => session.Rows(
        """
        SELECT c.relname::text, a.attname::text, coalesce(col_description(c.oid, a.attnum), ''), a.atttypid::regtype::text
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = $1 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attname <> ALL (ARRAY['fid', 'geom', 'geom_delivered', 'from_version', 'to_version']::name[])
          AND a.atttypid = ANY (ARRAY['integer', 'double precision', 'text']::regtype[])
        ORDER BY c.relname, a.attnum
        """,
        row => (Table: row.GetString(0), Column: new TableColumn(NameOf(row.GetString(1), row.GetString(2)), KindOf(row.GetString(3)))), schema)
        .ToLookup(found => found.Table, found => found.Column);

    private static string NameOf(string name, string comment) =>
        comment.StartsWith(ColumnNames.Mark, StringComparison.Ordinal) ? comment[ColumnNames.Mark.Length..] : name;

    private static ColumnKind KindOf(string type) => type switch
    {
        "integer" => ColumnKind.Integer,
        "double precision" => ColumnKind.Real,
        _ => ColumnKind.Text,
    };
}
