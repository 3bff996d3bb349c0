using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>A layer of any GeoPackage, as the file's own lists describe it.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="GeometryColumn">Its geometry column.</param>
/// <param name="GeometryType">Declared type: POLYGON, …, or GEOMETRY where any is allowed.</param>
/// <param name="Reference">Reference system of its coordinates.</param>
/// <param name="Columns">Attribute columns by their raw names; what they declare to hold.</param>
public sealed record FeatureTable(
    string Name, string GeometryColumn, string GeometryType, SpatialReference Reference, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>The whole-number primary key that numbers the features; null for a view or a table without one.</summary>
    public string? KeyColumn { get; init; }

    /// <summary>Columns that hold bytes; they are left out on reading.</summary>
    public IReadOnlyList<string> BinaryColumns { get; init; } = [];

    /// <summary>All layers with geometry that the file lists, in the order of their names.</summary>
    internal static IReadOnlyList<FeatureTable> ReadAll(SqliteFile file)
    {
        CheckThatItIsAGeoPackage(file);
        var tables = new List<FeatureTable>();
        using var rows = file.Prepare(
            "SELECT g.table_name, g.column_name, g.geometry_type_name, coalesce(s.organization, 'NONE'), "
            + "coalesce(s.organization_coordsys_id, g.srs_id), coalesce(s.definition, 'undefined') "
            + "FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id ORDER BY g.table_name");
        while (rows.Step())
        {
            var reference = new SpatialReference(rows.Text(3), (int)rows.Integer(4), rows.Text(5));
            tables.Add(WithColumns(file, new FeatureTable(rows.Text(0), rows.Text(1), rows.Text(2).ToUpperInvariant(), reference, [])));
        }

        return tables;
    }

    /// <summary>The columns that a name stands for in SQL.</summary>
    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static FeatureTable WithColumns(SqliteFile file, FeatureTable table)
    {
        var (columns, binary, keys) = (new List<TableColumn>(), new List<string>(), new List<string>());
        var found = false;
        using var rows = file.Prepare("SELECT name, type, pk FROM pragma_table_info(?1)").Bind(1, table.Name);
        while (rows.Step())
        {
            var (name, type) = (rows.Text(0), rows.Text(1).ToUpperInvariant());
            if (rows.Integer(2) > 0)
            {
                keys.Add(type == "INTEGER" ? name : "");
            }

            if (LayerSchema.Same(name, table.GeometryColumn))
            {
                found = true;
            }
            else if (type.StartsWith("BLOB", StringComparison.Ordinal))
            {
                binary.Add(name);
            }
            else if (keys is not [var key] || key != name)
            {
                columns.Add(new TableColumn(name, KindOf(type)));
            }
        }

        return !found
            ? throw new StoreException(
                file.Path, $"Layer {table.Name} is listed but its table or geometry column {table.GeometryColumn} is missing.",
                "Export the layer again from the program that made the file.")
            : table with { Columns = columns, BinaryColumns = binary, KeyColumn = keys is [{ Length: > 0 } only] ? only : null };
    }

    // What the column says it holds; the values decide in the end, since SQLite binds no column to its type.
    private static ColumnKind KindOf(string type) => type switch
    {
        _ when type.Contains("INT", StringComparison.Ordinal) || type == "BOOLEAN" => ColumnKind.Integer,
        "REAL" or "DOUBLE" or "FLOAT" or "DOUBLE PRECISION" or "NUMERIC" => ColumnKind.Real,
        _ => ColumnKind.Text,
    };

    private static void CheckThatItIsAGeoPackage(SqliteFile file)
    {
        if (!file.HasTable("gpkg_contents"))
        {
            throw new StoreException(
                file.Path, "The file is a SQLite database but no GeoPackage.",
                "Give a .gpkg file, or convert it: `ogr2ogr -f GPKG out.gpkg FILE`.");
        }

        if (!file.HasTable("gpkg_geometry_columns") || !file.HasTable("gpkg_spatial_ref_sys"))
        {
            throw new StoreException(
                file.Path, "The GeoPackage has no layer with geometry.", "Give a file with parcels, buildings or other areas.");
        }
    }
}
