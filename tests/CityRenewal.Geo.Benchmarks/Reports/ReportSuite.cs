using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Html;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Benchmarks.Reports;

/// <summary>A report of so many areas of a measured plan, as the page that an office prints: content, maps, findings, boundary points.</summary>
public sealed class ReportSuite : IBenchmarkSuite
{
    private static readonly int[] Counts = [20, 100, 200];

    public string Name => "report";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var work = new CityWork(city) { Threads = 2 };
        var plan = work.Propose(new ProposalOptions { Threads = 2 }, pack: RulePackShelf.Read("chongqing-2025").OrThrow());
        var head = new ReportHead { Engine = "benchmark", Source = "plan.gpkg" };
        foreach (var count in Counts.Where(count => count <= plan.Plan.Areas.Count))
        {
            var bytes = 0;
            book.Ours(Name, $"report of {count} areas", parcels, count, () =>
            {
                var content = ReportContent.Of(plan, work, head);
                bytes = SizeOf(content with { Areas = [.. content.Areas.Take(count)] });
            });
            Console.Error.WriteLine($"  {bytes / 1e6:0.0} MB");
        }
    }

    private static int SizeOf(ReportContent content)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
        {
            HtmlReport.Write(content, writer, threads: 2);
        }

        return (int)stream.Length;
    }
}
