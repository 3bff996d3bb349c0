using System.Diagnostics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>
/// Takes down the wall and processor time, and the peak memory so far, at every stage that a run reports: a stage ends where the next begins.
/// </summary>
internal sealed class StageClock : IProgress<WorkProgress>
{
    private readonly List<(string Stage, TimeSpan Wall, TimeSpan Cpu, long PeakMb)> _starts = [];
    private readonly Lock _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpuAtStart = Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Notes that a stage begins, where it is another than before.</summary>
    public void Report(WorkProgress value) => Begin(value.Stage);

    /// <summary>The stages in the order of their beginning with wall and processor seconds, and the whole last.</summary>
    public IReadOnlyList<(string Stage, double Wall, double Cpu, long PeakMb)> Stop()
    {
        Begin("");
        var stages = new List<(string Stage, double Wall, double Cpu, long PeakMb)>();
        for (var i = 0; i + 1 < _starts.Count; i++)
        {
            var (here, next) = (_starts[i], _starts[i + 1]);
            stages.Add((here.Stage, (next.Wall - here.Wall).TotalSeconds, (next.Cpu - here.Cpu).TotalSeconds, next.PeakMb));
        }

        stages.Add((PlanRun.Whole, _starts[^1].Wall.TotalSeconds, _starts[^1].Cpu.TotalSeconds, _starts[^1].PeakMb));
        return stages;
    }

    // The pieces of the overlay and the units of the search report one by one and are one stage each.
    private void Begin(string stage)
    {
        var word = stage.Split(':')[0].Split(" of ")[0];
        lock (_gate)
        {
            if (_starts.Count == 0 || _starts[^1].Stage != word)
            {
                using var process = Process.GetCurrentProcess();
                _starts.Add((
                    word, Stopwatch.GetElapsedTime(_start), process.TotalProcessorTime - _cpuAtStart, process.PeakWorkingSet64 / 1_000_000));
            }
        }
    }
}
