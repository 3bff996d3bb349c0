using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Rows of the table of edit sessions. A command is one line, so their list is lines.</summary>
internal static class SessionRows
{
    private const string Columns = "id, city, plan, caller, edits, made, changed";

    internal static void Put(SqliteFile file, SessionRecord session)
    {
        using var put = file.Prepare($"INSERT OR REPLACE INTO sessions ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        put.Bind(1, session.Id).Bind(2, session.City).Bind(3, session.Plan).Bind(4, session.Caller)
            .Bind(5, string.Join('\n', session.Edits)).Bind(6, session.Made).Bind(7, RecordTimes.Write(session.Changed));
        put.Run();
    }

    internal static SessionRecord? Find(SqliteFile file, string id)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM sessions WHERE id = ?1");
        rows.Bind(1, id);
        return rows.Step() ? Read(rows) : null;
    }

    internal static IReadOnlyList<SessionRecord> All(SqliteFile file, string city)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM sessions WHERE city = ?1 ORDER BY id");
        rows.Bind(1, city);
        var sessions = new List<SessionRecord>();
        while (rows.Step())
        {
            sessions.Add(Read(rows));
        }

        return sessions;
    }

    private static SessionRecord Read(SqliteStatement row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3))
    {
        Edits = row.Text(4).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Made = (int)row.Integer(5),
        Changed = RecordTimes.Read(row.Text(6)),
    };
}
