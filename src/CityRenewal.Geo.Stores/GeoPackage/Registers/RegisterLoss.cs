using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Registers;

/// <summary>Keeps a file from being replaced whose register would be lost with it.</summary>
internal static class RegisterLoss
{
    /// <summary>Refuses where a city file of that name keeps a register or ledger records.</summary>
    internal static void Refuse(string path)
    {
        if (!File.Exists(path) || !IsKeeping(path))
        {
            return;
        }

        throw new StoreException(
            path, "The city file of that name keeps a register or ledger records, and they would be lost.",
            "Bring the layers in without --replace, choose another name, or move the file away.");
    }

    private static bool IsKeeping(string path)
    {
        try
        {
            using var file = SqliteFile.OpenToRead(path);
            return new[] { RegisterTables.Entries, RegisterTables.LedgerRecords }
                .Any(table => file.HasTable(table) && file.Scalar($"SELECT EXISTS (SELECT 1 FROM {table})") == 1);
        }
        catch (StoreException)
        {
            // What is no database keeps no register: whoever replaces it says what is wrong with it.
            return false;
        }
    }
}
