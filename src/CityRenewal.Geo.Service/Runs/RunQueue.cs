using System.Collections.Concurrent;
using System.Threading.Channels;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>
/// Work that takes longer than a call, in the order in which it came. A run is on the disk before its caller hears of it; what
/// the service was working on when it stopped, however it stopped, is begun again when it starts.
/// </summary>
internal sealed class RunQueue : BackgroundService
{
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    private readonly IOfficeRecords _records;
    private readonly Dictionary<string, IRunKind> _kinds;
    private readonly RunOptions _options;
    private readonly TimeProvider _clock;
    private readonly FaultWords _faults;
    private readonly ConcurrentDictionary<string, LiveRun> _live = new(StringComparer.Ordinal);
    private readonly Channel<LiveRun> _waiting = Channel.CreateUnbounded<LiveRun>();
    private readonly Lock _gate = new();
    private readonly ILogger<RunQueue> _log;
    private long _last;

    public RunQueue(IOfficeStore office, IEnumerable<IRunKind> kinds, RunOptions options, TimeProvider clock, FaultWords faults, ILogger<RunQueue> log)
    {
        (_records, _options, _clock, _faults, _log) = (office.Records, options, clock, faults, log);
        _kinds = kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal);
        foreach (var run in _records.OpenRuns())
        {
            Wait(new LiveRun(run with { State = RunState.Waiting }));
        }
    }

    /// <summary>Takes on a piece of work.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="city">The city that it works on.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">The request, checked.</param>
    /// <param name="answered">What the request is answered, kept with the run or not at all.</param>
    /// <exception cref="TooManyRunsException">There is too much waiting; nothing was begun.</exception>
    public void Begin(string kind, string city, string caller, IMessage request, Func<RunRecord, RequestRecord?> answered)
    {
        lock (_gate)
        {
            var waiting = _live.Values.Count(run => run.Record.State == RunState.Waiting);
            if (waiting >= _options.MostWaiting)
            {
                throw new TooManyRunsException(waiting);
            }

            var run = new RunRecord(NextId(), kind, city, RunState.Waiting) { Caller = caller, Request = request.ToByteArray(), Created = _clock.GetUtcNow() };
            _records.Keep(run, answered(run));
            Wait(new LiveRun(run));
        }
    }

    /// <summary>A run that is not over; null where it is, or where there is none of that id.</summary>
    public LiveRun? FindLive(string id) => _live.GetValueOrDefault(id);

    /// <summary>A run as it is now; null where there is none of that id.</summary>
    public RunRecord? Find(string id) => _live.TryGetValue(id, out var live) ? live.Record : _records.FindRun(id);

    /// <summary>How many runs wait, or are worked on.</summary>
    public int Count(bool waiting) => _live.Values.Count(run => run.Record.State == (waiting ? RunState.Waiting : RunState.Running));

    /// <summary>How many wait before a run.</summary>
    public int AheadOf(RunRecord run) => run.State != RunState.Waiting ? 0
        : _live.Values.Count(other => other.Record.Ended is null && string.CompareOrdinal(other.Record.Id, run.Id) < 0);

    /// <summary>Asks a run to end with the best that it has; one that waits ends at once.</summary>
    public void Cancel(string id)
    {
        if (!_live.TryGetValue(id, out var live))
        {
            return;
        }

        lock (_gate)
        {
            if (live.Record.State == RunState.Waiting)
            {
                Ended(live, live.Record with { State = RunState.Cancelled, Error = _faults.Of(new OperationCanceledException()).ToByteArray() });
                return;
            }
        }

        live.Stop.Cancel();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Math.Max(1, _options.AtOnce)).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var late = new CancellationTokenSource();
        await using var registration = stopping.Register(() => late.CancelAfter(_options.Grace));
        try
        {
            await foreach (var live in _waiting.Reader.ReadAllAsync(stopping))
            {
                if (await WrittenAsync(() => Began(live), stopping))
                {
                    var outcome = await OutcomeAsync(live, late.Token);
                    await WrittenAsync(() => Ended(live, outcome), stopping);
                    if (outcome.State == RunState.Waiting && !stopping.IsCancellationRequested)
                    {
                        await Task.Delay(StorePause, _clock, stopping);
                        _waiting.Writer.TryWrite(live);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What waits is on the disk and has its turn at the next start.
        }
    }

    // A store that is away must not end the work of the service: what is to be written waits until it is back.
    private async Task<bool> WrittenAsync(Func<bool> write, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return write();
            }
            catch (StoreException away)
            {
                _log.LogWarning(away, "a run could not be written down; it is tried again");
            }

            await Task.Delay(StorePause, _clock, stopping);
        }
    }

    private bool Began(LiveRun live)
    {
        lock (_gate)
        {
            if (live.Record.State != RunState.Waiting)
            {
                return false;
            }

            var begun = live.Record with { State = RunState.Running, Attempts = live.Record.Attempts + 1 };
            _records.Keep(begun);
            live.Become(begun);
            return true;
        }
    }

    private async Task<RunRecord> OutcomeAsync(LiveRun live, CancellationToken late)
    {
        if (live.Record.Attempts > _options.MostAttempts)
        {
            return live.Record with { State = RunState.Failed, Error = _faults.GivenUp(live.Record).ToByteArray() };
        }

        try
        {
            var steps = new RunSteps(live, () => Keep(live), _clock);
            var context = new RunContext(live.Record.Id, live.Record.Caller, steps) { Stop = live.Stop.Token, Cancel = late, IsAgain = live.Record.Attempts > 1 };
            var answer = await _kinds[live.Record.Kind].RunAsync(ByteString.CopyFrom(live.Record.Request), context);
            return live.Record with { State = RunState.Done, Response = Google.Protobuf.WellKnownTypes.Any.Pack(answer).ToByteArray() };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            // The service stops: the run has its turn again at the next start.
            return live.Record with { State = RunState.Waiting };
        }
        catch (StoreException away) when (away.IsOfOffice)
        {
            // What it made could not be kept: it makes the same again when the store is back.
            _log.LogWarning(away, "a run has to wait for the store");
            return live.Record with { State = RunState.Waiting };
        }
        catch (Exception fault)
        {
            var state = fault is OperationCanceledException ? RunState.Cancelled : RunState.Failed;
            return live.Record with { State = state, Error = _faults.Of(fault).ToByteArray() };
        }
    }

    // How far a run is may be lost with the store; what it was asked for and what came of it may not.
    private void Keep(LiveRun live)
    {
        lock (_gate)
        {
            if (live.Record.Ended is not null)
            {
                return;
            }

            try
            {
                _records.Keep(live.Record);
            }
            catch (StoreException away)
            {
                _log.LogWarning(away, "how far a run is could not be written down");
            }
        }
    }

    private void Wait(LiveRun live)
    {
        _live[live.Record.Id] = live;
        _waiting.Writer.TryWrite(live);
    }

    private bool Ended(LiveRun live, RunRecord outcome)
    {
        lock (_gate)
        {
            var over = outcome.State == RunState.Waiting ? outcome : outcome with { Ended = _clock.GetUtcNow() };
            _records.Keep(over);
            if (over.Ended is not null)
            {
                _live.TryRemove(over.Id, out _);
            }

            live.Become(over);
            return true;
        }
    }

    // Ids sort by time, and are never given twice, whatever the clock does.
    private string NextId()
    {
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        _last = Math.Max(_last + 1, now);
        string id;
        while (_records.FindRun(id = $"{_last:x12}-{Random.Shared.Next(0x10000):x4}") is not null)
        {
            _last++;
        }

        return id;
    }
}
