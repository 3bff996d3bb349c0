using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>
/// Facts, graph and one measured plan of an opened city, with the rules of Chongqing and without: cold in a process of its own, whose
/// peak memory counts, then warm. No peer answers the same question, so there is none.
/// </summary>
public sealed class PlanSuite : IBenchmarkSuite
{
    private static readonly string[] Packs = ["chongqing-2025", "none"];

    /// <inheritdoc/>
    public string Name => "plan";

    /// <inheritdoc/>
    public void Run(TrialBook book, int parcels)
    {
        var folder = Directory.CreateTempSubdirectory("plan-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, "city.gpkg");
            CityFile.Write(path, SampleCity.Of(new SampleOptions(parcels, 7)), new CityFileOptions { BaselineYear = SampleOptions.BaselineYear });
            CityFile.Open(path);
            foreach (var pack in Packs)
            {
                Enter(book, parcels, pack, InnerLines(path, pack, 1 + book.Repeats));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Enter(TrialBook book, int parcels, string pack, IReadOnlyList<string[]> lines)
    {
        foreach (var (state, isOf) in new (string, Func<string[], bool>)[] { ("cold", line => line[0] == "0"), ("warm", line => line[0] != "0") })
        {
            foreach (var stage in lines.Where(isOf).GroupBy(line => line[1]))
            {
                var operation = $"{(pack == "none" ? "no rules" : pack)}, {state}: {stage.Key}";
                book.Enter(new Trial(
                    Name, operation, "ours", parcels, parcels, Sorted(stage, 2), Sorted(stage, 3),
                    stage.Key == PlanRun.Whole ? $"{stage.First()[5]} areas, peak {stage.First()[4]} MB with the city" : ""));
            }
        }
    }

    private static List<double> Sorted(IEnumerable<string[]> lines, int column) =>
        [.. lines.Select(line => double.Parse(line[column], CultureInfo.InvariantCulture)).Order()];

    private static List<string[]> InnerLines(string path, string pack, int runs)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] own = Path.GetFileNameWithoutExtension(start.FileName) == "dotnet" ? [typeof(PlanSuite).Assembly.Location] : [];
        foreach (var argument in (string[])[.. own, PlanRun.Word, path, pack, runs.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))]
            : throw new InvalidOperationException($"The inner process of the plan benchmark ended with {process.ExitCode}.");
    }
}
