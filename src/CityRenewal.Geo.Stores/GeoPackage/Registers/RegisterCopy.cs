using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Registers;

/// <summary>Brings the register and the ledger records of one city file into another that has none, row by row as they are.</summary>
internal static class RegisterCopy
{
    /// <summary>Copies; a source without a register gives none.</summary>
    internal static void Of(SqliteFile file, string source)
    {
        file.Execute($"ATTACH DATABASE '{source.Replace("'", "''", StringComparison.Ordinal)}' AS kept");
        foreach (var table in RegisterTables.Names.Where(table => HasTable(file, table)))
        {
            file.Execute($"INSERT INTO main.{table} SELECT * FROM kept.{table} ORDER BY id");
        }

        file.Execute("DETACH DATABASE kept");
    }

    /// <summary>Whether a file that is to be replaced keeps rows that the source has not.</summary>
    internal static bool WouldLose(string old, string? source)
    {
        using var file = SqliteFile.OpenToRead(old);
        using var other = source is null ? null : SqliteFile.OpenToRead(source);
        return RegisterTables.Names.Any(table => RowsOf(file, table) > (other is null ? 0 : RowsOf(other, table)));
    }

    private static long RowsOf(SqliteFile file, string table) => file.HasTable(table) ? file.Scalar($"SELECT count(*) FROM {table}") : 0;

    private static bool HasTable(SqliteFile file, string table) =>
        file.Scalar($"SELECT count(*) FROM kept.sqlite_master WHERE type = 'table' AND name = '{table}'") == 1;
}
