using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.Certificates;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal propose`: renewal areas with dispositions, measures, the proven bound and the gap; under rules, every finding.</summary>
internal static class ProposeCommand
{
    public static Command Create()
    {
        var city = Options.City();
        var map = Options.Map();
        var output = Options.Output("plan.gpkg");
        var svg = Options.ToWrite(new Option<string?>("--svg") { Description = "Map to write; default is beside the plan." });
        var areaMaps = Options.Whole(
            "--area-maps", $"Draw a map of each of so many areas, the largest first; under --rules {AreaMapOutput.Most}, else none.", 0, int.MaxValue);
        var certificate = Options.ToWrite(new Option<string?>("--certificate") { Description = "File to write that proves the bound; renewal verify checks it." });
        var json = Options.Json();
        var (limits, rules) = (new ProposalLimits(), new RuleChoice(isRequired: false));
        var command = new Command("propose", "Proposes renewal areas.") { city, map, output, svg, areaMaps, certificate, json };
        rules.AddTo(command);
        limits.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var (options, pack) = (limits.Checked(parsed), rules.Read(parsed));
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, options.Threads);
            limits.Require(options, opened.City);
            var work = new CityWork(opened.City) { Threads = options.Threads };
            var measured = work.Propose(options, progress, cancel, pack);
            var path = parsed.GetValue(output)!;
            var mapPath = parsed.GetValue(svg) ?? Path.ChangeExtension(path, ".svg");
            PlanOutput.Write(path, mapPath, work, measured, progress, cancel);
            var most = parsed.GetValue(areaMaps) ?? (pack is null ? 0 : AreaMapOutput.Most);
            var drawn = most > 0 ? AreaMapOutput.Write(path, most, work, measured, progress, cancel) : null;
            if (parsed.GetValue(certificate) is { } proof)
            {
                WholeFile.WriteStream(proof, stream => CertificateFile.Write(stream, SavedOf(measured)));
            }

            progress.Dispose();
            if (parsed.GetValue(json))
            {
                using var stdout = Console.OpenStandardOutput();
                PlanJson.To(stdout, measured, opened.City);
            }
            else
            {
                Print(measured, opened.City, drawn is null ? $"written: {path}, {mapPath}" : $"written: {path}, {mapPath}\n{drawn}");
            }

            return Task.FromResult(measured.HasOpenFindings ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    private static SavedCertificate SavedOf(MeasuredPlan measured) => new(
        measured.Judged.Certificate!, measured.Plan.Options, measured.Rules?.Id ?? "", measured.Rules?.Hash ?? "");

    private static void Print(MeasuredPlan measured, City city, string written)
    {
        PlanTable.Print(measured, city);
        Console.Out.WriteLine(written);
    }
}
