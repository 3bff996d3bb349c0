using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;

namespace CityRenewal.Geo.Stores.PostGis.Records;

/// <summary>Rows of the table of answered requests.</summary>
internal static class RequestRows
{
    internal static RequestRecord? Find(Session session, string caller, string request) => session.Rows(
        "SELECT method, hash, response, time FROM cityrenewal.requests WHERE caller = $1 AND request = $2",
        row => new RequestRecord(caller, request, row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<DateTimeOffset>(3)),
        caller, request).FirstOrDefault();

    /// <summary>Keeps an answer within the transaction of what it tells of, and drops those that nobody asks for any more; none is fine.</summary>
    /// <exception cref="OfficeConflictException">There is one of that caller and id.</exception>
    internal static void Put(Session session, RequestRecord? request)
    {
        if (request is null)
        {
            return;
        }

        session.Run("DELETE FROM cityrenewal.requests WHERE time < $1", (request.Time - RequestRecord.Kept).ToUniversalTime());
        var kept = session.Run(
            "INSERT INTO cityrenewal.requests (caller, request, method, hash, response, time) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            request.Caller, request.Request, request.Method, request.Hash, request.Response, request.Time.ToUniversalTime());
        if (kept == 0)
        {
            throw request.AnsweredBefore();
        }
    }
}
