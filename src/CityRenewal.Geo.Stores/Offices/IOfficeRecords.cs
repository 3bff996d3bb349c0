namespace CityRenewal.Geo.Stores.Offices;

/// <summary>What a service writes down of its own work. What a call returned from is on the disk.</summary>
public interface IOfficeRecords
{
    /// <summary>Keeps a run, new or changed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="answered">What its request was answered, kept with it or not at all; null where nobody asks again.</param>
    /// <exception cref="OfficeConflictException">A request of that id was answered before; nothing was kept.</exception>
    void Keep(RunRecord run, RequestRecord? answered = null);

    /// <summary>A run; null where there is none of that id.</summary>
    RunRecord? FindRun(string id);

    /// <summary>Runs whose id comes after another, sorted by id.</summary>
    /// <param name="after">The id before the first; empty begins at the start.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<RunRecord> Runs(string after, int most);

    /// <summary>Runs that are not over.</summary>
    IReadOnlyList<RunRecord> OpenRuns();

    /// <summary>Removes a run that is over.</summary>
    void DropRun(string id);

    /// <summary>
    /// The answer that a request of that id was given, for <see cref="RequestRecord.Kept"/>; null where it is new. It is there exactly
    /// when what it tells of was done, whenever the service stopped.
    /// </summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="request">The caller's id of the request.</param>
    RequestRecord? FindRequest(string caller, string request);

    /// <summary>Keeps an edit session, new or changed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="answered">What its request was answered, kept with it or not at all; null where nobody asks again.</param>
    /// <exception cref="OfficeConflictException">A request of that id was answered before; nothing was kept.</exception>
    void Keep(SessionRecord session, RequestRecord? answered = null);

    /// <summary>An edit session; null where there is none of that id.</summary>
    SessionRecord? FindSession(string id);

    /// <summary>The edit sessions of a city, sorted by id.</summary>
    IReadOnlyList<SessionRecord> Sessions(string city);

    /// <summary>Removes an edit session.</summary>
    void DropSession(string id);

    /// <summary>Adds to the record of calls.</summary>
    void Add(AuditRecord call);

    /// <summary>The newest calls, the newest first.</summary>
    IReadOnlyList<AuditRecord> Calls(int most);
}
