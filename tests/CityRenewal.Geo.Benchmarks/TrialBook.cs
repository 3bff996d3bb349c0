using System.Diagnostics;

namespace CityRenewal.Geo.Benchmarks;

/// <summary>Runs operations several times and keeps what they took. One warm-up run is never counted.</summary>
public sealed class TrialBook(int repeats, Action<string> say)
{
    private readonly List<Trial> _trials = [];

    /// <summary>All trials in the order they were made.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>Runs that count for each operation.</summary>
    public int Repeats => repeats;

    /// <summary>Whether peers are measured beside our own operations.</summary>
    public bool HasPeers { get; init; } = true;

    /// <summary>PostGIS to compare with, or null where the environment names none or peers are left out.</summary>
    public string? PostGis => HasPeers ? Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS") : null;

    /// <summary>Measures our own operation: wall and processor time of this process.</summary>
    public Trial Ours(string suite, string operation, int parcels, long features, Action run, string note = "") =>
        Measure(suite, operation, "ours", parcels, features, run, repeats, ownProcess: true, note);

    /// <summary>Measures a peer at its best practice; slow ones with fewer runs, which the note must say.</summary>
    public Trial Peer(
        string suite, string operation, string who, int parcels, long features, Action run, int runs = 3, string note = "") =>
        Measure(suite, operation, who, parcels, features, run, runs, ownProcess: !who.StartsWith("PostGIS", StringComparison.Ordinal) && !who.StartsWith("ogr2ogr", StringComparison.Ordinal), note);

    /// <summary>Takes in what was measured elsewhere, as in a process of its own.</summary>
    public void Enter(Trial trial)
    {
        _trials.Add(trial);
        say($"{trial.Suite,-10} {trial.Operation,-52} {trial.Who,-26} {trial.Parcels,9:N0}  {trial.Median,9:F4} s  cpu {trial.MedianCpu,9:F4}  {trial.Note}");
    }

    private Trial Measure(
        string suite, string operation, string who, int parcels, long features, Action run, int runs, bool ownProcess, string note)
    {
        if (runs > 1)
        {
            run();
        }

        var wall = new List<double>();
        var cpu = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            run();
            wall.Add(clock.Elapsed.TotalSeconds);
            cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        }

        wall.Sort();
        cpu.Sort();
        var trial = new Trial(suite, operation, who, parcels, features, wall, ownProcess ? cpu : [], note);
        _trials.Add(trial);
        say($"{suite,-10} {operation,-52} {who,-26} {parcels,9:N0}  {trial.Median,9:F4} s  cpu {trial.MedianCpu,9:F4}  {trial.NanosecondsPerFeature,10:F1} ns/feature");
        return trial;
    }
}
