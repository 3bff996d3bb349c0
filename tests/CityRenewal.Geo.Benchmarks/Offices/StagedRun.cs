using System.Diagnostics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Offices;

/// <summary>Times a load in two parts: until indexing begins, and from then on.</summary>
internal sealed class StagedRun : IProgress<WorkProgress>
{
    private readonly Stopwatch _clock = new();
    private TimeSpan _loaded;

    /// <summary>Hears what is done; the first word of indexing ends the load.</summary>
    public void Report(WorkProgress value)
    {
        if (_loaded == default && value.Stage.StartsWith("Indexing", StringComparison.Ordinal))
        {
            _loaded = _clock.Elapsed;
        }
    }

    /// <summary>Runs a load several times, tidying up before each, and enters both parts.</summary>
    internal static void Enter(TrialBook book, (string Load, string Index) operations, (string Who, int Parcels, string Note) what, (Action TidyUp, Action<IProgress<WorkProgress>> Load) work)
    {
        List<double> load = [], index = [];
        for (var run = book.Repeats > 1 ? -1 : 0; run < book.Repeats; run++)
        {
            work.TidyUp();
            GC.Collect();
            var staged = new StagedRun();
            staged._clock.Start();
            work.Load(staged);
            if (run >= 0)
            {
                load.Add(staged._loaded.TotalSeconds);
                index.Add((staged._clock.Elapsed - staged._loaded).TotalSeconds);
            }
        }

        Enter(book, operations.Load, what, load);
        Enter(book, operations.Index, what, index);
    }

    private static void Enter(TrialBook book, string operation, (string Who, int Parcels, string Note) what, List<double> seconds)
    {
        seconds.Sort();
        book.Enter(new Trial("stores", operation, what.Who, what.Parcels, what.Parcels, seconds, [], what.Note));
    }
}
