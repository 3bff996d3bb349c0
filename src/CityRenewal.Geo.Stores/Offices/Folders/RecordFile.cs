using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>The records of an office in one SQLite file: what is known of plans, runs, answered requests and calls.</summary>
internal sealed class RecordFile : IOfficeRecords, IDisposable
{
    private readonly SqliteFile _file;
    private readonly Lock _gate = new();

    /// <summary>Whether the register of a city bears a mark, see <see cref="RegisterMarks"/>.</summary>
    internal Func<string, string, bool> IsMarked { get; set; } = (_, _) => false;

    private RecordFile(SqliteFile file) => _file = file;

    internal static RecordFile Open(string path)
    {
        RecordSchema.Ensure(path);
        var file = SqliteFile.OpenToWrite(path, TimeSpan.FromSeconds(5));
        try
        {
            file.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            RecordSchema.Migrate(file);
            return new RecordFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal IReadOnlyList<OfficePlan> Plans(string city) => Do(file => PlanRows.All(file, city));

    internal OfficePlan? FindPlan(string city, string plan) => Do(file => PlanRows.Find(file, city, plan));

    internal int FileOfPlan(string city, string plan) => Do(file => PlanRows.FileNumber(file, city, plan));

    internal void Put(string city, OfficePlan plan, int number, RequestRecord? answered) => Do(file => PlanRows.Put(file, city, plan, number), answered);

    internal void DropPlan(string city, string plan) => Do(file => file.Run("DELETE FROM plans WHERE city = ?1 AND id = ?2", city, plan));

    /// <summary>Removes the sessions on a city's plans, and what is known of those; what was left by a failure is removed by the next try.</summary>
    internal void DropPlansOf(string city) => Do(file =>
    {
        file.Run("DELETE FROM sessions WHERE city = ?1", city);
        file.Run("DELETE FROM plans WHERE city = ?1", city);
    });

    public void Keep(RunRecord run, RequestRecord? answered = null) => Do(file => RunRows.Put(file, run), answered);

    public RunRecord? FindRun(string id) => Do(file => RunRows.Find(file, id));

    public IReadOnlyList<RunRecord> Runs(string after, int most) => Do(file => RunRows.After(file, after, most));

    public IReadOnlyList<RunRecord> OpenRuns() => Do(RunRows.Open);

    public void DropRun(string id) => Do(file => file.Run("DELETE FROM runs WHERE id = ?1", id));

    public RequestRecord? FindRequest(string caller, string request)
    {
        var (known, place) = Do(file => (RequestRows.Find(file, caller, request), RequestRows.PlaceOfMark(file, caller, request)));
        if (place is not { } holdsBy || IsMarked(holdsBy.City, holdsBy.Mark))
        {
            return known;
        }

        // The service stopped, or failed, before the register was changed: nothing was done, so nothing is answered.
        Do(file => RequestRows.Drop(file, caller, request));
        return null;
    }

    /// <summary>Keeps an answer that holds once the register of a city bears a mark.</summary>
    internal void Keep(RequestRecord request, (string City, string Mark) holdsBy) => Do(file => RequestRows.Put(file, request, holdsBy));

    public void Keep(SessionRecord session, RequestRecord? answered = null) => Do(file => SessionRows.Put(file, session), answered);

    public SessionRecord? FindSession(string id) => Do(file => SessionRows.Find(file, id));

    public IReadOnlyList<SessionRecord> Sessions(string city) => Do(file => SessionRows.All(file, city));

    public void DropSession(string id) => Do(file => file.Run("DELETE FROM sessions WHERE id = ?1", id));

    public void Add(AuditRecord call) => Do(file => AuditRows.Add(file, call));

    public IReadOnlyList<AuditRecord> Calls(int most) => Do(file => AuditRows.Newest(file, most));

    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }
    }

    // One connection serves one thread at a time; every statement is short.
    private T Do<T>(Func<SqliteFile, T> work)
    {
        lock (_gate)
        {
            try
            {
                return work(_file);
            }
            catch (StoreException failure) when (!failure.IsOfOffice)
            {
                throw new StoreException(failure.Thing, failure.Problem, failure.Remedy, failure) { IsOfOffice = true };
            }
        }
    }

    // Work and answer are one: a stop between them would leave work that is done again when its request comes again.
    private void Do(Action<SqliteFile> work, RequestRecord? answered) => Do(file =>
    {
        if (answered is null)
        {
            work(file);
            return;
        }

        file.Whole(() =>
        {
            work(file);
            RequestRows.Put(file, answered);
        });
    });

    private void Do(Action<SqliteFile> work) => Do(file =>
    {
        work(file);
        return true;
    });
}
