using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// The canonical dump of a city or plan file defines when two files are the same: a line of text for every row of every
/// table that the file lists, tables by name, columns by name, rows by their id and then by all the rest. Numbers are
/// written so that they read back to the same bits, geometries as WKB in hexadecimal; row numbers, times of change, styles,
/// the schema version, a register without entries and columns without a value leave no trace.
/// </summary>
public static class CanonicalDump
{
    private static readonly string[] TablesLeftOut = ["layer_styles", "schema_version"];
    private static readonly string[] KeyColumns = ["fid", "id"];

    /// <summary>Writes the dump, a line at a time.</summary>
    public static void Write(string path, TextWriter target, CancellationToken cancel = default)
    {
        foreach (var line in Lines(path, cancel))
        {
            target.Write(line);
            target.Write('\n');
        }
    }

    /// <summary>SHA-256 of the dump, in hexadecimal.</summary>
    public static string HashOf(string path, CancellationToken cancel = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Lines(path, cancel))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The lines of the dump.</summary>
    public static IEnumerable<string> Lines(string path, CancellationToken cancel = default)
    {
        using var file = SqliteFile.OpenToRead(path);
        if (!file.HasTable("gpkg_contents"))
        {
            throw new StoreException(path, "The file is no GeoPackage.", "Give a city or plan file.");
        }

        foreach (var table in TablesOf(file))
        {
            var geometry = file.HasTable("gpkg_geometry_columns")
                ? file.Text("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?1", table)
                : null;
            yield return Heading(file, table);
            foreach (var line in Rows(file, table, geometry, cancel))
            {
                yield return line;
            }
        }
    }

    // Older city files do not list their history tables, but what these hold is content.
    private static IEnumerable<string> TablesOf(SqliteFile file) => file
        .Texts("SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')")
        .SelectMany(table => new[] { table, CitySchema.HistoryOf(table) })
        .Where(table => !TablesLeftOut.Contains(table) && file.HasTable(table))
        .Distinct()
        .Where(table => !RegisterTables.Has(table) || file.Scalar($"SELECT EXISTS (SELECT 1 FROM {table})") == 1)
        .Order(StringComparer.Ordinal);

    private static string Heading(SqliteFile file, string table)
    {
        var epsg = file.Text(
            "SELECT s.organization || ':' || s.organization_coordsys_id FROM gpkg_contents c "
            + "JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id WHERE c.table_name = ?1", table);
        return epsg is null ? $"# {table}" : $"# {table} {epsg}";
    }

    private static IEnumerable<string> Rows(SqliteFile file, string table, string? geometry, CancellationToken cancel)
    {
        var columns = file.Texts("SELECT name FROM pragma_table_info(?1)", table)
            .Where(column => !KeyColumns.Contains(column)).Order(StringComparer.Ordinal).ToList();
        if (columns.Count == 0)
        {
            yield break;
        }

        var quoted = columns.Select(FeatureTable.Quoted).ToList();
        var id = columns.Find(column => column == LayerSchema.Find(table)?.IdColumn) ?? columns.Find(column => column.EndsWith("_id", StringComparison.Ordinal));
        var order = (id is null ? quoted : quoted.Prepend(FeatureTable.Quoted(id))).ToList();
        using var rows = file.Prepare($"SELECT {string.Join(", ", quoted)} FROM {FeatureTable.Quoted(table)} ORDER BY {string.Join(", ", order)}");
        while (rows.Step())
        {
            cancel.ThrowIfCancellationRequested();
            yield return Line(rows, columns, geometry ?? (columns.Contains("geom") ? "geom" : null));
        }
    }

    private static string Line(SqliteStatement rows, List<string> columns, string? geometry)
    {
        var line = new StringBuilder();
        for (var i = 0; i < columns.Count; i++)
        {
            if (!rows.IsNull(i))
            {
                line.Append(line.Length > 0 ? "\t" : "").Append(columns[i]).Append('=');
                Append(line, rows, i, columns[i] == geometry);
            }
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, SqliteStatement rows, int column, bool isGeometry)
    {
        switch (rows.Type(column))
        {
            case SqliteNative.Integer:
                line.Append(rows.Integer(column));
                break;
            case SqliteNative.Real:
                line.Append(CultureInfo.InvariantCulture, $"{rows.Real(column):R}");
                break;
            case SqliteNative.Blob:
                line.Append(Convert.ToHexStringLower(isGeometry ? GeometryWriter.WkbOf(rows.Bytes(column)) : rows.Bytes(column)));
                break;
            default:
                line.Append(rows.Text(column)
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\t", "\\t", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal)
                    .Replace("\r", "\\r", StringComparison.Ordinal));
                break;
        }
    }
}
