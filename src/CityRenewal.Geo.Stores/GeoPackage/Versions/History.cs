using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>Moves rows that a new version replaces into a layer's history, and tells the rows of an older version.</summary>
internal static class History
{
    /// <summary>Ends rows with the version before the given one.</summary>
    internal static void End(SqliteFile file, string layer, IReadOnlyList<long> fids, int version)
    {
        var history = CitySchema.HistoryOf(layer);
        var kept = file.Texts("SELECT name FROM pragma_table_info(?1)", history).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var columns = string.Concat(file.Texts("SELECT name FROM pragma_table_info(?1)", layer)
            .Where(name => name != "fid" && kept.Contains(name)).Select(name => $", {FeatureTable.Quoted(name)}"));
        using var keep = file.Prepare($"INSERT INTO \"{history}\" (to_version{columns}) SELECT {version}{columns} FROM \"{layer}\" WHERE fid = ?1");
        using var drop = file.Prepare($"DELETE FROM \"{layer}\" WHERE fid = ?1");
        foreach (var fid in fids)
        {
            keep.Bind(1, fid).Run();
            drop.Bind(1, fid).Run();
        }
    }

    /// <summary>The rows of a layer as they were in a version, as something to select from.</summary>
    internal static string RowsOf(FeatureTable table, int version)
    {
        var columns = string.Concat(table.Columns.Select(column => $", {FeatureTable.Quoted(column.Name)}"));
        return $"(SELECT geom{columns} FROM \"{table.Name}\" WHERE from_version <= {version} UNION ALL "
            + $"SELECT geom{columns} FROM \"{CitySchema.HistoryOf(table.Name)}\" "
            + $"WHERE from_version <= {version} AND (to_version IS NULL OR to_version > {version}))";
    }
}
