using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>Passes the steps of a run on, and now and then has them written down, for the case that the service does not live to tell them.</summary>
internal sealed class RunSteps(LiveRun live, Action keep, TimeProvider clock) : IProgress<WorkProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private long _kept = clock.GetTimestamp();

    public void Report(WorkProgress value)
    {
        live.Report(value);
        var kept = Interlocked.Read(ref _kept);
        if (clock.GetElapsedTime(kept) > Pause && Interlocked.CompareExchange(ref _kept, clock.GetTimestamp(), kept) == kept)
        {
            keep();
        }
    }
}
