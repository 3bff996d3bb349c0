using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal compare`: what changed between two versions of a plan or of a set of boundaries.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var (city, map, year, threads, json, rules) = (Options.City(), Options.Map(), Options.Year(), Options.Threads(), Options.Json(), new RuleChoice(isRequired: false));
        var old = new Argument<string>("old") { Description = "The earlier version: a plan, or a file of boundaries." };
        var now = new Argument<string>("new") { Description = "The later version: a plan, or a file of boundaries." };
        var layer = new Option<string?>("--layer") { Description = "Layer of files of boundaries that have several." };
        var crs = Options.Whole("--crs", "Reference system of boundaries that name none: EPSG code, 0 for a local metric system.", 0, 999_999);
        var svg = Options.ToWrite(new Option<string?>("--svg") { Description = "Map of the difference to write." });
        var command = new Command("compare", "Compares two versions: parcels in and out, numbers moved, verdicts changed, areas split and merged.")
        {
            city, old, now, layer, crs, map, year, svg, threads, json,
        };
        rules.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var pack = rules.Read(parsed);
            string[] paths = [parsed.GetValue(old)!, parsed.GetValue(now)!];
            OutlineLayer?[] outlines = [.. paths.Select(path => PlanAreas.IsPlan(path) ? null : OutlineReader.Read(path, parsed.GetValue(layer), parsed.GetValue(crs), progress, cancel))];
            if (pack is not null && outlines.All(each => each is null))
            {
                Console.Error.WriteLine("note: --rules judges boundaries; plans are compared with the verdicts that their files state.");
            }

            var count = parsed.GetValue(threads);
            var work = new CityWork(CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, count).City) { Threads = count };
            var input = new ComparedVersions(work, pack, new ProposalOptions { ReferenceYear = parsed.GetValue(year) });
            ComparedPlan[] plans = [.. paths.Select((path, i) => outlines[i] is { } given ? input.Boundaries(path, given, progress, cancel) : input.Plan(path, progress, cancel))];
            var comparison = PlanComparison.Of(plans[0], plans[1], LandOnParcels.AreasOf(work));
            progress.Dispose();
            if (parsed.GetValue(svg) is { } sheet)
            {
                WholeFile.Write(sheet, writer => writer.Write(ComparisonMap.ToSvg(comparison, work.City, $"方案比对 Comparison · {work.City.Name}")));
            }

            Print(comparison, work, parsed.GetValue(json));
            return Task.FromResult(comparison.IsNothing ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    private static void Print(PlanComparison comparison, CityWork work, bool asJson)
    {
        if (asJson)
        {
            Console.Out.Write(ComparisonJson.Of(comparison, work.City));
        }
        else
        {
            ComparisonTable.Print(comparison, work.City);
        }
    }
}
