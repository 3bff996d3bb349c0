using System.Diagnostics;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>A search that is told to end at a deadline, as the command tells it, and how late it ended.</summary>
internal sealed class DeadlineRun : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly Stopwatch _clock = new();
    private readonly TimeSpan _deadline;
    private TimeSpan _took;

    public DeadlineRun(TimeSpan deadline)
    {
        _deadline = deadline;
        Search = new SearchRun { Stop = _stop.Token, UntilStopped = true, Begins = Begin, Ends = End };
    }

    /// <summary>How the search runs.</summary>
    public SearchRun Search { get; }

    /// <summary>Seconds from the deadline to the end of the search; below 0 where it ended by itself before.</summary>
    public double LateSeconds => (_took - _deadline).TotalSeconds;

    /// <summary>Seconds from the deadline to now.</summary>
    public double SinceDeadline => (_clock.Elapsed - _deadline).TotalSeconds;

    public void Dispose()
    {
        _ended.Set();
        _stop.Dispose();
        _ended.Dispose();
    }

    private void Begin()
    {
        _clock.Start();
        new Thread(() =>
        {
            if (!_ended.Wait(_deadline))
            {
                _stop.Cancel();
            }
        })
        {
            IsBackground = true, Priority = ThreadPriority.AboveNormal,
        }.Start();
    }

    private void End()
    {
        _took = _clock.Elapsed;
        _ended.Set();
    }
}
