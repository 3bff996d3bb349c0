using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>What building ledgers brought back, kept in the city file: every change with its old value, date and document; only ever added to.</summary>
public static class LedgerRecords
{
    /// <summary>What holds now, by building and field; a record that was taken back is not in it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        CitySchema.Check(file);
        return file.HasTable(RegisterTables.LedgerRecords) ? Read(file) : new Dictionary<string, IReadOnlyDictionary<string, string>>();
    }

    /// <summary>Records changes; all or nothing.</summary>
    public static void Add(string path, IReadOnlyList<LedgerChange> changes, (DateOnly Date, string Document) by)
    {
        using var file = SqliteFile.OpenToWrite(path, TimeSpan.FromSeconds(5));
        CitySchema.Check(file);
        file.Execute("BEGIN IMMEDIATE");
        CityMigrations.Apply(file);
        using (var insert = file.Prepare(
            $"INSERT INTO {RegisterTables.LedgerRecords} (building_id, field, old_value, new_value, date, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"))
        {
            foreach (var change in changes)
            {
                insert.Bind(1, change.Building).Bind(2, change.Field.Name).Bind(3, change.Old).Bind(4, change.New)
                    .Bind(5, RegisterWriting.Text(by.Date)).Bind(6, by.Document.Trim()).Run();
            }
        }

        file.Execute("COMMIT");
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Read(SqliteFile file)
    {
        var records = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        using var rows = file.Prepare($"SELECT building_id, field, new_value FROM {RegisterTables.LedgerRecords} ORDER BY id");
        while (rows.Step())
        {
            var fields = records.TryGetValue(rows.Text(0), out var known) ? known : records[rows.Text(0)] = new Dictionary<string, string>(StringComparer.Ordinal);
            fields.Remove(rows.Text(1));
            if (rows.Text(2).Length > 0)
            {
                fields[rows.Text(1)] = rows.Text(2);
            }
        }

        return records.ToDictionary(one => one.Key, one => (IReadOnlyDictionary<string, string>)one.Value, StringComparer.Ordinal);
    }
}
