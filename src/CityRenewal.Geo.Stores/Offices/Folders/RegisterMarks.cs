using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>
/// Marks in a city file of changes of its register whose answers are kept among the records of the office. No transaction spans two
/// files, so an answer that is there before the change holds only once the city file bears its mark, which comes with the change.
/// </summary>
internal static class RegisterMarks
{
    private const string Name = "register_marks";

    /// <summary>Adds a mark within the transaction of a change, and drops those that nobody asks for any more.</summary>
    /// <returns>The mark.</returns>
    internal static string Add(SqliteFile file, DateTimeOffset time)
    {
        if (!file.HasTable(Name))
        {
            file.Execute($"CREATE TABLE {Name} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, mark TEXT NOT NULL UNIQUE, time TEXT NOT NULL)");
            GeoPackageTables.ListAttributes(file, Name, "登记标记 Register marks", "Changes of the register whose answers the office keeps");
        }

        var mark = Guid.CreateVersion7().ToString("N");
        file.Run($"DELETE FROM {Name} WHERE time < ?1", RecordTimes.Write(time - RequestRecord.Kept));
        file.Run($"INSERT INTO {Name} (mark, time) VALUES (?1, ?2)", mark, RecordTimes.Write(time));
        return mark;
    }

    /// <summary>Whether a city file bears a mark.</summary>
    internal static bool Has(string path, string mark)
    {
        using var file = SqliteFile.OpenToRead(path);
        return file.HasTable(Name) && file.Scalar($"SELECT count(*) FROM {Name} WHERE mark = ?1", mark) > 0;
    }
}
