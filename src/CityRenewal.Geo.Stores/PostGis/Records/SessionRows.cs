using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Records;

/// <summary>Rows of the table of edit sessions.</summary>
internal static class SessionRows
{
    private const string Columns = "id, city, plan, caller, edits, made, changed";

    internal static void Put(Session session, SessionRecord record) => session.Run(
        $"""
        INSERT INTO cityrenewal.sessions ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET city = excluded.city, plan = excluded.plan, caller = excluded.caller, edits = excluded.edits,
          made = excluded.made, changed = excluded.changed
        """,
        record.Id, record.City, record.Plan, record.Caller, record.Edits.ToArray(), record.Made, record.Changed.ToUniversalTime());

    internal static SessionRecord? Find(Session session, string id) =>
        session.Rows($"SELECT {Columns} FROM cityrenewal.sessions WHERE id = $1", Read, id).FirstOrDefault();

    internal static IReadOnlyList<SessionRecord> All(Session session, string city) =>
        session.Rows($"SELECT {Columns} FROM cityrenewal.sessions WHERE city = $1 ORDER BY id", Read, city);

    private static SessionRecord Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))
    {
        Edits = row.GetFieldValue<string[]>(4),
        Made = row.GetInt32(5),
        Changed = row.GetFieldValue<DateTimeOffset>(6),
    };
}
