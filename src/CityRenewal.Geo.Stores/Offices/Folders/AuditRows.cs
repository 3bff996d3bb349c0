using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Rows of the record of calls.</summary>
internal static class AuditRows
{
    internal static void Add(SqliteFile file, AuditRecord call) => file.Run(
        "INSERT INTO calls (time, caller, role, method, resource, status) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        RecordTimes.Write(call.Time), call.Caller, call.Role, call.Method, call.Resource, call.Status);

    internal static IReadOnlyList<AuditRecord> Newest(SqliteFile file, int most)
    {
        using var rows = file.Prepare("SELECT time, caller, role, method, resource, status FROM calls ORDER BY id DESC LIMIT ?1");
        rows.Bind(1, most);
        var calls = new List<AuditRecord>();
        while (rows.Step())
        {
            calls.Add(new AuditRecord(RecordTimes.Read(rows.Text(0)), rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5)));
        }

        return calls;
    }
}
