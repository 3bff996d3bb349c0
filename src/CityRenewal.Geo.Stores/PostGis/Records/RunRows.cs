using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Records;

/// <summary>Rows of the table of runs.</summary>
internal static class RunRows
{
    private const string Columns = "id, kind, city, state, caller, request, response, error, stage, found, bound, attempts, created, ended";

    internal static void Put(Session session, RunRecord run) => session.Run(
        $"""
        INSERT INTO cityrenewal.runs ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, city = excluded.city, state = excluded.state, caller = excluded.caller,
          request = excluded.request, response = excluded.response, error = excluded.error, stage = excluded.stage, found = excluded.found,
          bound = excluded.bound, attempts = excluded.attempts, created = excluded.created, ended = excluded.ended
        """,
        run.Id, run.Kind, run.City, (short)run.State, run.Caller, run.Request, run.Response, run.Error, run.Stage, run.Found, run.Bound,
        run.Attempts, run.Created.ToUniversalTime(), run.Ended?.ToUniversalTime());

    internal static RunRecord? Find(Session session, string id) =>
        session.Rows($"SELECT {Columns} FROM cityrenewal.runs WHERE id = $1", Read, id).FirstOrDefault();

    internal static IReadOnlyList<RunRecord> After(Session session, string after, int most) =>
        session.Rows($"SELECT {Columns} FROM cityrenewal.runs WHERE id > $1 ORDER BY id LIMIT $2", Read, after, most);

    internal static IReadOnlyList<RunRecord> Open(Session session) =>
        session.Rows($"SELECT {Columns} FROM cityrenewal.runs WHERE state IN ({(int)RunState.Waiting}, {(int)RunState.Running}) ORDER BY id", Read);

    private static RunRecord Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), (RunState)row.GetInt16(3))
    {
        Caller = row.GetString(4),
        Request = row.GetFieldValue<byte[]>(5),
        Response = row.GetFieldValue<byte[]>(6),
        Error = row.GetFieldValue<byte[]>(7),
        Stage = row.GetString(8),
        Found = row.IsDBNull(9) ? null : row.GetDouble(9),
        Bound = row.IsDBNull(10) ? null : row.GetDouble(10),
        Attempts = row.GetInt32(11),
        Created = row.GetFieldValue<DateTimeOffset>(12),
        Ended = row.IsDBNull(13) ? null : row.GetFieldValue<DateTimeOffset>(13),
    };
}
