using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;

namespace CityRenewal.Geo.Stores.PostGis.Records;

/// <summary>What a service writes down of its own work, in tables that a service keeps beside its cities.</summary>
internal sealed class PostGisRecords(PostGisDatabase database) : IOfficeRecords
{
    public void Keep(RunRecord run, RequestRecord? answered = null) => database.Change(session =>
    {
        RunRows.Put(session, run);
        RequestRows.Put(session, answered);
    });

    public RunRecord? FindRun(string id) => IsNoText(id) ? null : database.Read(session => RunRows.Find(session, id));

    public IReadOnlyList<RunRecord> Runs(string after, int most) => database.Read(session => RunRows.After(session, after, most));

    public IReadOnlyList<RunRecord> OpenRuns() => database.Read(RunRows.Open);

    public void DropRun(string id) => database.Change(session => session.Run("DELETE FROM cityrenewal.runs WHERE id = $1", id));

    public RequestRecord? FindRequest(string caller, string request) =>
        IsNoText(caller + request) ? null : database.Read(session => RequestRows.Find(session, caller, request));

    public void Keep(SessionRecord session, RequestRecord? answered = null) => database.Change(own =>
    {
        SessionRows.Put(own, session);
        RequestRows.Put(own, answered);
    });

    public SessionRecord? FindSession(string id) => IsNoText(id) ? null : database.Read(session => SessionRows.Find(session, id));

    public IReadOnlyList<SessionRecord> Sessions(string city) => database.Read(session => SessionRows.All(session, city));

    public void DropSession(string id) => database.Change(session => session.Run("DELETE FROM cityrenewal.sessions WHERE id = $1", id));

    public void Add(AuditRecord call) => database.Change(session => session.Run(
        "INSERT INTO cityrenewal.calls (time, caller, role, method, resource, status) VALUES ($1, $2, $3, $4, $5, $6)",
        call.Time.ToUniversalTime(), call.Caller, call.Role, call.Method, call.Resource, call.Status));

    public IReadOnlyList<AuditRecord> Calls(int most) => database.Read(session => session.Rows(
        "SELECT time, caller, role, method, resource, status FROM cityrenewal.calls ORDER BY id DESC LIMIT $1",
        row => new AuditRecord(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), most));

    // What PostgreSQL cannot keep was never kept.
    private static bool IsNoText(string id) => id.Contains('\0', StringComparison.Ordinal);
}
