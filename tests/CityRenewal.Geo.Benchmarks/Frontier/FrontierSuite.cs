using System.Diagnostics;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>
/// The frozen set of cases: per case the chosen share of the land, the limits that bind, and the gap that is proven. Cases with
/// fewer than two binding limits, or with less than 2 % or more than 60 % of the land chosen, are marked and do not count.
/// </summary>
public sealed class FrontierSuite : IBenchmarkSuite
{
    // The best known: so many other draws, each with so many times the visits.
    private const int Restarts = 8;
    private const int Times = 3;

    private static readonly int[] Seeds = [7, 11, 23];

    public string Name => "frontier";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var lines = new List<FrontierLine>();
        foreach (var seed in Seeds)
        {
            var layers = SampleCity.Of(new SampleOptions(parcels, seed));
            Take(FrontierCase.OfSample(seed).Where(tried => tried.Units != FrontierUnits.Giant), layers);
            Take(FrontierCase.OfSample(seed).Where(tried => tried.Units == FrontierUnits.Giant), FrontierTown.WithGiant(layers));
        }

        foreach (var (name, layers) in RealTowns.All())
        {
            Take(FrontierCase.OfReal(name), layers);
        }

        Console.Error.WriteLine(FrontierLine.Summary(lines));

        void Take(IEnumerable<FrontierCase> cases, IReadOnlyList<SourceLayer> layers)
        {
            var town = new FrontierTown(layers);
            lines.AddRange(cases.Select(tried => Measure(book, town, tried)));
        }
    }

    /// <summary>The best known takes some thirty times the work of the set, and is asked for by name.</summary>
    private static bool IsBestAsked => Environment.GetEnvironmentVariable("CITYRENEWAL_FRONTIER_BEST") is { Length: > 0 };

    /// <summary>One run of each case: it is the gap that counts here.</summary>
    private FrontierLine Measure(TrialBook book, FrontierTown town, FrontierCase tried)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var result = town.Solve(tried);
        process.Refresh();
        var line = new FrontierLine(tried, result) { Best = IsBestAsked ? town.BestKnown(tried, Restarts, Times) : null };
        book.Enter(new Trial(
            Name, tried.ToString(), "ours", town.Parcels, town.Parcels, [clock.Elapsed.TotalSeconds],
            [(process.TotalProcessorTime - cpu).TotalSeconds], line.ToString()));
        return line;
    }
}
