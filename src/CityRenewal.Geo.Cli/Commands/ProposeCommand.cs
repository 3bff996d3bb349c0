using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Shapes;
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
        var (limits, rules, file) = (new ProposalLimits(), new RuleChoice(isRequired: false), new LimitsChoice());
        var (alternatives, time, stated) = (new AlternativeChoice(), new SearchTime(), new StatedChoice());
        var command = new Command("propose", "Proposes renewal areas.") { city, map, output, svg, areaMaps, certificate, json };
        rules.AddTo(command);
        limits.AddTo(command);
        file.AddTo(command);
        alternatives.AddTo(command);
        time.AddTo(command);
        stated.AddTo(command);
        command.SetAction((parsed, interruption) =>
        {
            var reading = file.Read(parsed, rules);
            var options = alternatives.Read(parsed, limits.Checked(parsed, reading)) with { Stated = stated.Facts(parsed) };
            var pack = reading is null ? rules.Read(parsed) : reading.OrThrow().Rules;
            using var progress = StageLine.OnStandardError();
            using var search = time.Begin(parsed, interruption);
            var cancel = search.Cancel;
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, options.Threads);
            alternatives.Require(options, opened.City);
            var work = new CityWork(opened.City) { Threads = options.Threads };
            var measured = Propose(work, (options, pack), refusal => LimitsChoice.Refusal(refusal, reading, limits), (search.Run, progress, cancel));
            var files = new PlanFiles(parsed.GetValue(output)!, parsed.GetValue(svg));
            var written = files.Write(work, measured, progress, cancel);
            var most = parsed.GetValue(areaMaps) ?? (pack is null ? 0 : AreaMapOutput.Most);
            written += most > 0 ? $"\n{AreaMapOutput.Write(files.Path, most, work, measured.First, progress, cancel)}" : "";
            if (parsed.GetValue(certificate) is { } proof)
            {
                WholeFile.WriteStream(proof, stream => CertificateFile.Write(stream, SavedOf(measured.First)));
            }

            progress.Dispose();
            if (parsed.GetValue(json))
            {
                using var stdout = Console.OpenStandardOutput();
                PlanJson.To(stdout, measured, opened.City);
            }
            else
            {
                Print(measured, opened.City, written);
            }

            return Task.FromResult(search.WasInterrupted ? ExitCode.Cancelled : measured.HasOpenFindings ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    private static SavedCertificate SavedOf(MeasuredPlan measured) => new(
        measured.Judged.Certificate!, measured.Plan.Options, measured.Rules?.Id ?? "", measured.Rules?.Hash ?? "")
    {
        RequestRules = measured.Rules?.RequestText ?? "",
    };

    private static MeasuredAlternatives Propose(
        CityWork work,
        (ProposalOptions Options, RulePack? Pack) asked,
        Func<ProposalOptionsException, InputException> refuse,
        (SearchRun Search, IProgress<WorkProgress> Progress, CancellationToken Cancel) run)
    {
        try
        {
            return work.Propose(asked.Options, asked.Pack, run.Search, run.Progress, run.Cancel);
        }
        catch (ProposalOptionsException refusal)
        {
            throw refuse(refusal);
        }
    }

    private static void Print(MeasuredAlternatives measured, City city, string written)
    {
        PlanTable.Print(measured.First, city);
        if (measured.Found.Asked > 1)
        {
            AlternativeTable.Print(measured);
        }

        var work = measured.First.Plan.Work;
        Console.Out.WriteLine(measured.IsCutShort
            ? $"提前结束:此为当时最优方案,更多时间可能更好 cut short: the best so far, more time may find better; --work {work} makes it again"
            : $"工作量 work {work}: --work {work} makes it again");
        Console.Out.WriteLine(written);
    }
}
