using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>
/// A search that can be told to end with the best plan so far: by a deadline, or by the first Ctrl+C while it runs. Before and
/// after the search an interruption ends the command as everywhere else.
/// </summary>
internal sealed class InterruptedSearch : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly ManualResetEventSlim _ended = new();
    private readonly TimeSpan? _deadline;
    private readonly Lock _gate = new();
    private bool _isSearching;

    public InterruptedSearch(CancellationToken interruption, TimeSpan? deadline, SearchRun run)
    {
        _deadline = deadline;
        Run = run with { Stop = _stop.Token, UntilStopped = deadline is not null, Begins = Begin, Ends = End };
        _registration = interruption.Register(Interrupt);
    }

    /// <summary>How the search runs.</summary>
    public SearchRun Run { get; }

    /// <summary>Ends everything but the search.</summary>
    public CancellationToken Cancel => _cancel.Token;

    /// <summary>Whether a person ended the search.</summary>
    public bool WasInterrupted { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _registration.Dispose();
        _ended.Set();
    }

    private void Begin()
    {
        lock (_gate)
        {
            _isSearching = true;
        }

        if (_deadline is { } time)
        {
            // A thread of its own: while every core searches, a timer of the pool would be heard too late.
            new Thread(() =>
            {
                if (!_ended.Wait(time))
                {
                    _stop.Cancel();
                }
            })
            {
                IsBackground = true, Priority = ThreadPriority.AboveNormal,
            }.Start();
        }
    }

    private void End()
    {
        _ended.Set();
        lock (_gate)
        {
            _isSearching = false;
        }
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            WasInterrupted = _isSearching;
        }

        (WasInterrupted ? _stop : _cancel).Cancel();
    }
}
