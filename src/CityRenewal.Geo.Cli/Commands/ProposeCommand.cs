using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Shapes;

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
        var json = Options.Json();
        var (limits, rules, file) = (new ProposalLimits(), new RuleChoice(isRequired: false), new LimitsChoice());
        var command = new Command("propose", "Proposes renewal areas.") { city, map, output, svg, areaMaps, json };
        rules.AddTo(command);
        limits.AddTo(command);
        file.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var reading = file.Read(parsed, rules);
            var options = limits.Checked(parsed, reading);
            var pack = reading is null ? rules.Read(parsed) : reading.OrThrow().Rules;
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, options.Threads);
            var work = new CityWork(opened.City) { Threads = options.Threads };
            var measured = Propose(work, (options, pack), refusal => LimitsChoice.Refusal(refusal, reading, limits), (progress, cancel));
            var path = parsed.GetValue(output)!;
            var mapPath = parsed.GetValue(svg) ?? Path.ChangeExtension(path, ".svg");
            PlanOutput.Write(path, mapPath, work, measured, progress, cancel);
            var most = parsed.GetValue(areaMaps) ?? (pack is null ? 0 : AreaMapOutput.Most);
            var drawn = most > 0 ? AreaMapOutput.Write(path, most, work, measured, progress, cancel) : null;
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

    private static MeasuredPlan Propose(
        CityWork work,
        (ProposalOptions Options, RulePack? Pack) asked,
        Func<ProposalOptionsException, InputException> refuse,
        (IProgress<WorkProgress> Progress, CancellationToken Cancel) run)
    {
        try
        {
            return work.Propose(asked.Options, run.Progress, run.Cancel, asked.Pack);
        }
        catch (ProposalOptionsException refusal)
        {
            throw refuse(refusal);
        }
    }

    private static void Print(MeasuredPlan measured, City city, string written)
    {
        PlanTable.Print(measured, city);
        Console.Out.WriteLine(written);
    }
}
