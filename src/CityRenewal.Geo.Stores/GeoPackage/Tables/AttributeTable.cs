using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>A small table without geometry: texts in named columns.</summary>
internal static class AttributeTable
{
    internal static void Write(
        SqliteFile file, string table, string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        file.Execute(
            $"CREATE TABLE \"{table}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{string.Concat(columns.Select(column => $", \"{column}\" TEXT"))})");
        GeoPackageTables.ListAttributes(file, table, title, "");
        using var insert = file.Prepare(
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})");
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                insert.Bind(i + 1, row[i]);
            }

            insert.Run();
        }
    }
}
