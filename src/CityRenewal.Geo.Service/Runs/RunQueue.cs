using System.Collections.Concurrent;
using System.Threading.Channels;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>
/// Work that takes longer than a call, in the order in which it came. A run is on the disk before its caller hears of it; what
/// the service was working on when it stopped, however it stopped, is begun again when it starts.
/// </summary>
internal sealed class RunQueue : BackgroundService
{
    private readonly IOfficeRecords _records;
    private readonly Dictionary<string, IRunKind> _kinds;
    private readonly RunOptions _options;
    private readonly TimeProvider _clock;
    private readonly FaultWords _faults;
    private readonly ConcurrentDictionary<string, LiveRun> _live = new(StringComparer.Ordinal);
    private readonly Channel<LiveRun> _waiting = Channel.CreateUnbounded<LiveRun>();
    private readonly Lock _gate = new();
    private long _last;

    public RunQueue(IOfficeStore office, IEnumerable<IRunKind> kinds, RunOptions options, TimeProvider clock, FaultWords faults)
    {
        (_records, _options, _clock, _faults) = (office.Records, options, clock, faults);
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
    /// <exception cref="TooManyRunsException">There is too much waiting; nothing was begun.</exception>
    public RunRecord Begin(string kind, string city, string caller, IMessage request)
    {
        lock (_gate)
        {
            var waiting = _live.Values.Count(run => run.Record.State == RunState.Waiting);
            if (waiting >= _options.MostWaiting)
            {
                throw new TooManyRunsException(waiting);
            }

            var run = new RunRecord(NextId(), kind, city, RunState.Waiting) { Caller = caller, Request = request.ToByteArray(), Created = _clock.GetUtcNow() };
            _records.Keep(run);
            Wait(new LiveRun(run));
            return run;
        }
    }

    /// <summary>A run that is not over; null where it is, or where there is none of that id.</summary>
    public LiveRun? FindLive(string id) => _live.GetValueOrDefault(id);

    /// <summary>A run as it is now; null where there is none of that id.</summary>
    public RunRecord? Find(string id) => _live.TryGetValue(id, out var live) ? live.Record : _records.FindRun(id);

    /// <summary>How many wait before a run.</summary>
    public int AheadOf(RunRecord run) => run.State != RunState.Waiting ? 0
        : _live.Values.Count(other => other.Record.State != RunState.Done && string.CompareOrdinal(other.Record.Id, run.Id) < 0);

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
                End(live, live.Record with { State = RunState.Cancelled, Error = _faults.Of(new OperationCanceledException()).ToByteArray() });
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
                await DoAsync(live, late.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What waits is on the disk and has its turn at the next start.
        }
    }

    private async Task DoAsync(LiveRun live, CancellationToken late)
    {
        lock (_gate)
        {
            if (live.Record.State != RunState.Waiting)
            {
                return;
            }

            live.Become(live.Record with { State = RunState.Running, Attempts = live.Record.Attempts + 1 });
            _records.Keep(live.Record);
        }

        if (live.Record.Attempts > _options.MostAttempts)
        {
            End(live, live.Record with { State = RunState.Failed, Error = _faults.GivenUp(live.Record).ToByteArray() });
            return;
        }

        try
        {
            var context = new RunContext(live.Record.Id, live.Record.Caller, new Steps(live, this)) { Stop = live.Stop.Token, Cancel = late, IsAgain = live.Record.Attempts > 1 };
            var answer = await _kinds[live.Record.Kind].RunAsync(ByteString.CopyFrom(live.Record.Request), context);
            End(live, live.Record with { State = RunState.Done, Response = Google.Protobuf.WellKnownTypes.Any.Pack(answer).ToByteArray() });
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            // The service stops: the run has its turn again at the next start.
            live.Become(live.Record with { State = RunState.Waiting });
            _records.Keep(live.Record);
        }
        catch (Exception fault)
        {
            var state = fault is OperationCanceledException ? RunState.Cancelled : RunState.Failed;
            End(live, live.Record with { State = state, Error = _faults.Of(fault).ToByteArray() });
        }
    }

    private void Wait(LiveRun live)
    {
        _live[live.Record.Id] = live;
        _waiting.Writer.TryWrite(live);
    }

    private void End(LiveRun live, RunRecord over)
    {
        over = over with { Ended = _clock.GetUtcNow() };
        _records.Keep(over);
        _live.TryRemove(over.Id, out _);
        live.Become(over);
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

    /// <summary>Passes steps on, and writes the best so far down now and then, for the case that the service does not live to tell it.</summary>
    private sealed class Steps(LiveRun live, RunQueue queue) : IProgress<WorkProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
        private long _kept = queue._clock.GetTimestamp();

        public void Report(WorkProgress value)
        {
            live.Report(value);
            var kept = Interlocked.Read(ref _kept);
            if (queue._clock.GetElapsedTime(kept) > Pause && Interlocked.CompareExchange(ref _kept, queue._clock.GetTimestamp(), kept) == kept)
            {
                queue._records.Keep(live.Record);
            }
        }
    }
}
