using System.Globalization;
using CityRenewal.Geo.Benchmarks.Frontier;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Corners;

/// <summary>
/// The cases of the frozen set on towns small enough to be solved exactly: how much of each gap is the bound's, how much the search's.
/// Areas are as large as in the frozen set, which leaves room for one or two, and once more a third as large.
/// </summary>
public sealed class CornersSuite : IBenchmarkSuite
{
    private static readonly int[] Seeds = [7, 11, 23];
    private static readonly double[] Scales = [1, 1 / 3.0];

    private static TimeSpan Most =>
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("CITYRENEWAL_CORNERS_SECONDS") ?? "60", CultureInfo.InvariantCulture));

    public string Name => "corners";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var lines = new List<CornerCase>();
        foreach (var seed in Seeds)
        {
            var layers = SampleCity.Of(new SampleOptions(parcels, seed));
            var (divided, giant) = (new FrontierTown(layers), new FrontierTown(FrontierTown.WithGiant(layers)));
            foreach (var tried in Scales.SelectMany(scale => FrontierCase.OfSample(seed).Select(tried => tried with { Scale = scale })))
            {
                var line = CornerCase.Of(tried.Units == FrontierUnits.Giant ? giant : divided, tried, Most);
                lines.Add(line);
                book.Enter(new Trial(
                    Name, line.Case.Scale < 1 ? $"{tried}, smaller" : $"{tried}", "ours", divided.Parcels, line.Nodes, [line.Seconds], [], line.Fault ?? line.ToString()));
            }
        }

        Console.Error.WriteLine(Summary("all", lines));
        foreach (var lambda in lines.Select(line => line.Case.Lambda).Distinct())
        {
            Console.Error.WriteLine(Summary($"λ {lambda}", [.. lines.Where(line => line.Case.Lambda == lambda)]));
        }

        Console.Error.WriteLine(Summary("as large", [.. lines.Where(line => line.Case.Scale == 1)]));
        Console.Error.WriteLine(Summary("smaller", [.. lines.Where(line => line.Case.Scale < 1)]));
        Console.Error.WriteLine(Summary("slack", [.. lines.Where(line => !line.Case.IsTight)]));
        Console.Error.WriteLine(Summary("tight", [.. lines.Where(line => line.Case.IsTight)]));
        foreach (var units in Enum.GetValues<FrontierUnits>())
        {
            Console.Error.WriteLine(Summary($"{units}", [.. lines.Where(line => line.Case.Units == units)]));
        }
    }

    private static string Summary(string name, List<CornerCase> lines)
    {
        var counted = lines.Where(line => line.Counts && line.Exact.IsProven).ToList();
        return counted.Count == 0
            ? $"  {name}: none of {lines.Count} proven"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"  {name}: {counted.Count} of {lines.Count(line => line.Counts)} proven ({lines.Count} cases, {lines.Count(line => line.Exact.IsProven)} proven in all), gap median {100 * Median(counted, line => line.OfBound + line.OfSearch):0.00} %, the bound's {100 * Median(counted, line => line.OfBound):0.00} %, the search's {100 * Median(counted, line => line.OfSearch):0.00} %, at most {100 * counted.Max(line => line.OfSearch):0.00} %, optimum found in {counted.Count(line => line.OfSearch < 1e-4)}, within 1 % in {counted.Count(line => line.OfSearch <= 0.01)}, faults {lines.Count(line => line.Fault is not null)}");
    }

    private static double Median(List<CornerCase> lines, Func<CornerCase, double> of) => lines.Select(of).Order().ElementAt(lines.Count / 2);
}
