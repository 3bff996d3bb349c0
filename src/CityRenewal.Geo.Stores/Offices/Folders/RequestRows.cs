using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Rows of the table of answered requests.</summary>
internal static class RequestRows
{
    internal static RequestRecord? Find(SqliteFile file, string caller, string request)
    {
        using var rows = file.Prepare("SELECT method, hash, response, time FROM requests WHERE caller = ?1 AND request = ?2");
        rows.Bind(1, caller).Bind(2, request);
        return rows.Step()
            ? new RequestRecord(caller, request, rows.Text(0), rows.Text(1), rows.Bytes(2).ToArray(), RecordTimes.Read(rows.Text(3)))
            : null;
    }

    internal static void Put(SqliteFile file, RequestRecord request)
    {
        file.Run("DELETE FROM requests WHERE time < ?1", RecordTimes.Write(request.Time - RequestRecord.Kept));
        using var put = file.Prepare(
            "INSERT OR IGNORE INTO requests (caller, request, method, hash, response, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        put.Bind(1, request.Caller).Bind(2, request.Request).Bind(3, request.Method).Bind(4, request.Hash)
            .Bind(5, request.Response.AsSpan()).Bind(6, RecordTimes.Write(request.Time));
        put.Run();
    }
}
