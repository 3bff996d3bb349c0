using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Html;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal report`: a plan or boundaries from anyone as a document that an office hands on.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var city = Options.City();
        var file = new Argument<string>("areas") { Description = "Plan that renewal propose or edit wrote, or a file with boundaries as polygons." };
        var layer = new Option<string?>("--layer") { Description = "Layer of the boundaries, where the file has several." };
        var crs = Options.Whole("--crs", "Reference system of boundaries that name none: EPSG code, 0 for a local metric system.", 0, 999_999);
        var (map, year, threads, output) = (Options.Map(), Options.Year(), Options.Threads(), Options.Output("report.html"));
        var (rules, stated, head, office) = (new RuleChoice(isRequired: false), new StatedChoice(), new ReportHeadChoice(), new OfficeChoice());
        var command = new Command("report", "Writes a report in Chinese and English: maps, findings with evidence, numbers, boundary points.")
        {
            city, file, layer, crs, map, year, threads, output,
        };
        rules.AddTo(command);
        stated.AddTo(command);
        head.AddTo(command);
        office.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var templates = office.Read(parsed);
            using var progress = StageLine.OnStandardError();
            var (path, pack, count) = (parsed.GetValue(file)!, rules.Read(parsed), parsed.GetValue(threads));
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, count);
            var input = new ReportInput(new CityWork(opened.City) { Threads = count }, head.Read(parsed, path), progress, cancel);
            ReportContent content;
            IReadOnlyList<Defect> defects = [];
            if (PlanAreas.IsPlan(path))
            {
                content = input.OfPlan(path, rules.NameIn(parsed), rules.SettingsIn(parsed));
            }
            else
            {
                var outlines = OutlineReader.Read(path, parsed.GetValue(layer), parsed.GetValue(crs), progress, cancel);
                defects = outlines.Defects;
                content = input.OfBoundaries(
                    outlines, pack ?? throw new InputException("--rules: name a rule pack, boundaries are judged by one (renewal rules list)"),
                    new ProposalOptions { ReferenceYear = parsed.GetValue(year) }, stated.Read(parsed));
            }

            progress.Report(new WorkProgress("Writing the report", 0));
            WholeFile.Write(parsed.GetValue(output)!, writer => HtmlReport.Write(content, writer, count, cancel));
            var written = templates.Write(content).Prepend(parsed.GetValue(output)!);
            progress.Dispose();
            return Task.FromResult(Say(content, defects, string.Join(", ", written)));
        });
        return command;
    }

    private static int Say(ReportContent content, IReadOnlyList<Defect> defects, string written)
    {
        foreach (var defect in defects)
        {
            Console.Error.WriteLine($"{defect.Severity.ToString().ToLowerInvariant()}: {defect.Layer} {defect.Id}: {defect.Message} {defect.Remedy}");
        }

        var open = content.Areas.Sum(area => area.Findings.Count(finding => finding.IsOpen));
        Console.Out.WriteLine($"片区 areas {content.Areas.Count} · 须看的发现 findings to look at {open} · {content.Classification}");
        Console.Out.WriteLine($"written: {written}");
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
        return open > 0 || defects.Any(defect => defect.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }
}
