using System.Collections.Concurrent;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Rpc.Edits;

/// <summary>
/// Edit sessions: those in use are in memory, all are on the disk as their edits, and one that is not in memory is made again
/// of them. The same edits give the same plan.
/// </summary>
internal sealed class SessionShelf(CityShelf shelf)
{
    private const int MostOpen = 32;

    private readonly ConcurrentDictionary<string, OpenSession> _open = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);

    private IOfficeRecords Records => shelf.Office.Records;

    /// <summary>Does something with a session while nobody else does.</summary>
    /// <param name="city">Id of its city.</param>
    /// <param name="id">Its id.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="MissingException">There is none of that id in the city.</exception>
    public async Task<T> WithAsync<T>(string city, string id, Func<OpenSession, T> work, CancellationToken cancel)
    {
        while (true)
        {
            var session = await FindAsync(city, id, cancel);
            await session.Gate.WaitAsync(cancel);
            try
            {
                // It may have been ended, or made anew, while this caller waited for it.
                if (_open.TryGetValue(id, out var now) && now == session)
                {
                    session.Used = Environment.TickCount64;
                    return await Task.Run(() => work(session), cancel);
                }
            }
            finally
            {
                session.Gate.Release();
            }
        }
    }

    /// <summary>Begins a session on a plan; it is on the disk.</summary>
    /// <param name="record">What it begins with.</param>
    /// <param name="work">The work on its city.</param>
    /// <param name="receipt">What the request may come again by.</param>
    /// <param name="cancel">Ends the work; nothing is begun then.</param>
    public V1.EditSession Begin(SessionRecord record, CityWork work, Receipt receipt, CancellationToken cancel)
    {
        var session = Open(record, work, cancel);
        var answer = EditMessages.ToMessage(session);
        Records.Keep(record, receipt.For(answer));
        Put(session);
        return answer;
    }

    /// <summary>Writes down what a session has become.</summary>
    public void Keep(OpenSession session, SessionRecord record)
    {
        Records.Keep(record);
        session.Record = record;
    }

    /// <summary>Takes a session out of memory: the next caller has it as it is on the disk.</summary>
    public void Forget(OpenSession session) => _open.TryRemove(session.Record.Id, out _);

    /// <summary>Ends a session.</summary>
    public async Task<Empty> DropAsync(string city, string id, CancellationToken cancel)
    {
        Known(city, id);
        if (!_open.ContainsKey(id))
        {
            // Nobody uses it, so it need not be made again only to be ended.
            Records.DropSession(id);
            return new Empty();
        }

        return await WithAsync(
            city, id,
            open =>
            {
                Records.DropSession(id);
                Forget(open);
                return new Empty();
            },
            cancel);
    }

    private async Task<OpenSession> FindAsync(string city, string id, CancellationToken cancel)
    {
        if (_open.TryGetValue(id, out var known) && known.Record.City == city)
        {
            return known;
        }

        Known(city, id);
        await _opening.WaitAsync(cancel);
        try
        {
            if (_open.TryGetValue(id, out known))
            {
                return known;
            }

            var work = await CityRequests.FindAsync(shelf, city, null, cancel);
            return await Task.Run(() => Put(Open(Known(city, id), work, cancel)), cancel);
        }
        finally
        {
            _opening.Release();
        }
    }

    private SessionRecord Known(string city, string id) => Records.FindSession(id) is { } record && record.City == city
        ? record
        : throw new MissingException("NO_SUCH_EDIT_SESSION", $"The city {city} has no edit session {id}; list its sessions to see which there are.");

    // What solving surroundings again reads is prepared by the first who asks for that: most sessions never do, and many are opened at once.
    private OpenSession Open(SessionRecord record, CityWork work, CancellationToken cancel)
    {
        var session = PlanReopening.Open(CityRequests.Kept(shelf, record.City), record.Plan, work, cancel);
        Repeat(session, record, cancel);
        return new OpenSession(session, record);
    }

    private static void Repeat(EditSession session, SessionRecord record, CancellationToken cancel)
    {
        foreach (var edit in record.Edits)
        {
            session.Apply(EditCommand.Parse(edit), cancel);
        }

        for (var taken = record.Edits.Count; taken > record.Made; taken--)
        {
            session.Undo(cancel);
        }
    }

    private OpenSession Put(OpenSession session)
    {
        session.Used = Environment.TickCount64;
        _open[session.Record.Id] = session;
        foreach (var old in _open.Values.OrderByDescending(each => each.Used).Skip(MostOpen).Where(each => each.Gate.CurrentCount == 1))
        {
            _open.TryRemove(old.Record.Id, out _);
        }

        return session;
    }
}
