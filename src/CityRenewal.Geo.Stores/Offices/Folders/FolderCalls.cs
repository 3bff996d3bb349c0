using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Reads the record of calls of an office in a folder, while a service may add to it.</summary>
public static class FolderCalls
{
    /// <summary>The newest calls, the newest first.</summary>
    /// <param name="folder">The folder of the office.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="StoreException">There is no office in it.</exception>
    public static IReadOnlyList<AuditRecord> Newest(string folder, int most)
    {
        var records = Path.Combine(folder, "office.sqlite");
        if (!File.Exists(records))
        {
            throw new StoreException(folder, "There is no office in this folder.", "Name the folder that renewal serve keeps its office in (--store).");
        }

        using var file = SqliteFile.OpenToRead(records);
        return AuditRows.Newest(file, most);
    }
}
