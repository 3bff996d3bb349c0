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

    /// <summary>Where a register says whether the answer holds; null where it holds by being here.</summary>
    internal static (string City, string Mark)? PlaceOfMark(SqliteFile file, string caller, string request)
    {
        using var rows = file.Prepare("SELECT city, mark FROM requests WHERE caller = ?1 AND request = ?2 AND mark IS NOT NULL");
        rows.Bind(1, caller).Bind(2, request);
        return rows.Step() ? (rows.Text(0), rows.Text(1)) : null;
    }

    internal static void Drop(SqliteFile file, string caller, string request) =>
        file.Run("DELETE FROM requests WHERE caller = ?1 AND request = ?2", caller, request);

    /// <summary>Keeps an answer and drops those that nobody asks for any more.</summary>
    /// <exception cref="OfficeConflictException">There is one of that caller and id.</exception>
    internal static void Put(SqliteFile file, RequestRecord request, (string City, string Mark)? holdsBy = null)
    {
        file.Run("DELETE FROM requests WHERE time < ?1", RecordTimes.Write(request.Time - RequestRecord.Kept));
        using var put = file.Prepare(
            "INSERT OR IGNORE INTO requests (caller, request, method, hash, response, time, city, mark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        put.Bind(1, request.Caller).Bind(2, request.Request).Bind(3, request.Method).Bind(4, request.Hash)
            .Bind(5, request.Response.AsSpan()).Bind(6, RecordTimes.Write(request.Time)).Bind(7, holdsBy?.City).Bind(8, holdsBy?.Mark);
        put.Run();
        if (file.Scalar("SELECT changes()") == 0)
        {
            throw request.AnsweredBefore();
        }
    }
}
