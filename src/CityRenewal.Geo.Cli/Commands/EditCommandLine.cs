using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal edit`: edits a plan line by line, and shows after each what it changed.</summary>
internal static class EditCommandLine
{
    public static Command Create()
    {
        var plan = new Argument<string>("plan") { Description = "Plan that renewal propose or renewal edit wrote." };
        var city = new Option<string>("--city") { Description = "The city file that the plan was made from.", Required = true };
        var script = new Option<string?>("--script") { Description = "File with one command a line; unset, commands are read from stdin. `help` lists them." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document a line to stdout for each command and nothing else there." };
        var (map, threads, rules) = (Options.Map(), Options.Threads(), new RuleChoice(isRequired: false));
        var (limits, stated) = (new LimitsChoice(), new StatedChoice());
        var command = new Command("edit", "Edits a plan: every number and verdict after each command, undo, redo, and areas solved again.") { plan, city, script, json, map, threads };
        rules.AddTo(command);
        limits.AddTo(command);
        stated.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var path = parsed.GetValue(plan)!;
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, parsed.GetValue(threads));
            var work = new CityWork(opened.City) { Threads = parsed.GetValue(threads) };
            var stored = PlanFile.Read(path);
            var under = Reopened.Under(stored).With(rules.NameIn(parsed), rules.SettingsIn(parsed), limits.PathIn(parsed));
            under.Options = under.Options with { Stated = under.Options.Stated.With(stated.Facts(parsed)) };
            var session = Reopened.Session(stored, work, under, progress, cancel);
            session.MakeReadyToSolve(cancel);
            progress.Dispose();
            using var lines = parsed.GetValue(script) is { } file ? new StreamReader(file) : Console.In;
            IEditVoice voice = parsed.GetValue(json) ? new EditJsonLines() : new EditTable();
            return Task.FromResult(new EditLoop(session, voice) { Writer = (edited, target, stop) => Write(edited, (path, target), stop) }.Run(lines, cancel));
        });
        return command;
    }

    private static void Write(EditSession session, (string From, string To) plan, CancellationToken cancel)
    {
        var path = plan.To;
        using var progress = StageLine.OnStandardError();
        progress.Report(new WorkProgress("Measuring the areas", 0));
        var (edited, work) = PlanEditing.Measure(session, cancel);
        var (measured, reasons) = PlanEditing.Explain(edited, work, progress, cancel);
        PlanOutput.Write(path, Path.ChangeExtension(path, ".svg"), work, measured, progress, cancel, (session.Edits, reasons, PlanOpinions.Entries(plan.From)));
        if (Path.ChangeExtension(path, ".json") is var document)
        {
            WholeFile.Write(document, writer => writer.Write(Reports.Json.PlanJson.Of(measured, work.City)));
        }
    }
}
