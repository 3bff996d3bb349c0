using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal opinion`: opinions on findings and the planner's answers, in the plan's own file, only ever added to.</summary>
internal static class OpinionCommand
{
    public static Command Create()
    {
        var plan = new Argument<string>("plan") { Description = "Plan that renewal propose or renewal edit wrote." };
        return new Command("opinion", "Records opinions on the findings of a plan and the answers to them; a record, not an approval.") { plan, Add(plan), Answer(plan), List(plan) };
    }

    private static Command Add(Argument<string> plan)
    {
        var area = new Option<string>("--area") { Description = "The area that the finding is on.", Required = true };
        var project = new Option<string?>("--project") { Description = "The project inside the area that the finding is on." };
        var rule = new Option<string>("--rule") { Description = "Id of the rule.", Required = true };
        var corrects = Options.Whole("--corrects", "Number of an earlier opinion on this finding that this one takes the place of; it stays in the record.", 1, int.MaxValue);
        var (wording, command) = (new WordingOptions(needsReason: true), new Command("add", "Adds an opinion on a finding 意见.") { area, project, rule, corrects });
        wording.AddTo(command);
        command.SetAction(parsed =>
        {
            var (path, said) = (parsed.GetValue(plan)!, wording.Read(parsed));
            var on = (parsed.GetValue(area)!, parsed.GetValue(project) ?? "", parsed.GetValue(rule)!);
            var added = parsed.GetValue(corrects) is { } number ? Corrected(path, number, on, said) : PlanOpinions.Add(path, on, said);
            Console.Out.WriteLine($"{added.Kind.Label()} {added.Number}: {added.Area} {added.Rule}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Opinion Corrected(string path, int number, (string Area, string Project, string Rule) on, OpinionWording said)
    {
        var earlier = PlanOpinions.Read(path).Entries.Select(entry => entry.Opinion).FirstOrDefault(entry => entry.Number == number);
        return earlier is null || (earlier.Area, earlier.Project, earlier.Rule) == on
            ? PlanOpinions.Refer(path, number, OpinionKind.Correction, said)
            : throw new InputException($"--corrects {number}: that entry is on {earlier.Area} {earlier.Rule}. Name its area and rule, or another entry.");
    }

    private static Command Answer(Argument<string> plan)
    {
        var to = Options.Whole("--to", "Number of the opinion that is answered.", 1, int.MaxValue);
        to.Required = true;
        var (wording, command) = (new WordingOptions(needsReason: false), new Command("answer", "Adds the planner's answer to an opinion 答复.") { to });
        wording.AddTo(command);
        command.SetAction(parsed =>
        {
            var added = PlanOpinions.Refer(parsed.GetValue(plan)!, parsed.GetValue(to)!.Value, OpinionKind.Answer, wording.Read(parsed));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added.Kind.Label()} {added.Number} → {added.RefersTo}: {added.Area} {added.Rule}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Argument<string> plan)
    {
        var json = Options.Json();
        var command = new Command("list", "Lists the record, the oldest entry first.") { json };
        command.SetAction(parsed =>
        {
            var record = PlanOpinions.Read(parsed.GetValue(plan)!);
            if (parsed.GetValue(json))
            {
                Console.Out.Write(OpinionJson.Of(record));
            }
            else
            {
                Print(record);
            }

            return record.BrokenAt is null ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }

    private static void Print(OpinionRecord record)
    {
        foreach (var (opinion, since) in record.Entries)
        {
            var refers = opinion.RefersTo is { } number ? string.Create(CultureInfo.InvariantCulture, $" → {number}") : "";
            var project = opinion.Project.Length > 0 ? $" ({opinion.Project})" : "";
            Console.Out.WriteLine($"{opinion.Number}{refers} {opinion.Kind.Label()} · {opinion.Area}{project} {opinion.Rule} · {opinion.Author} · {opinion.Time}");
            Console.Out.WriteLine($"  {opinion.Text}");
            if (opinion.Reason.Length > 0)
            {
                Console.Out.WriteLine($"  理由 reason: {opinion.Reason}");
            }

            if (since != FindingSince.Same)
            {
                Console.Out.WriteLine($"  ! {since.Label()}");
            }
        }

        Console.Out.WriteLine(record switch
        {
            { Entries.Count: 0 } => "无意见 no opinions",
            { BrokenAt: { } broken } => $"记录自第 {broken} 条起被改动 the record was changed from outside, from entry {broken} on",
            _ => $"记录完整 the record is as it was written: {record.Entries.Count} {(record.Entries.Count == 1 ? "entry" : "entries")}, {record.LastHash}",
        });
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }
}
