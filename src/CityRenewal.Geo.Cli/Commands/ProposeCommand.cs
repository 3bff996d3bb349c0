using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Maps;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal propose`: renewal areas with dispositions, measures, the proven bound and the gap.</summary>
internal static class ProposeCommand
{
    public static Command Create()
    {
        var city = Options.City();
        var map = Options.Map();
        var output = Options.Output("plan.gpkg");
        var svg = new Option<string?>("--svg") { Description = "Map to write; default is beside the plan." };
        var json = Options.Json();
        var limits = new ProposalLimits();
        var command = new Command("propose", "Proposes renewal areas.") { city, map, output, svg, json };
        limits.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var options = limits.Checked(parsed);
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, options.Threads);
            var work = new CityWork(opened.City) { Threads = options.Threads };
            var measured = work.Propose(options, progress, cancel);
            var path = parsed.GetValue(output)!;
            var mapPath = parsed.GetValue(svg) ?? Path.ChangeExtension(path, ".svg");
            PlanOutput.Write(path, mapPath, work, measured, progress, cancel);
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                Console.Out.Write(PlanJson.Of(measured, opened.City));
            }
            else
            {
                PlanTable.Print(measured, opened.City);
                Console.Out.WriteLine($"written: {path}, {mapPath}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
