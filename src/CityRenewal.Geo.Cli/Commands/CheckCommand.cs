using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal check`: what is wrong with the data, what they can carry, and where every square metre of the study area went.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var city = Options.City();
        var map = Options.Map();
        var json = Options.Json();
        var output = Options.ToWrite(new Option<string?>("--output", "-o")
        {
            Description = "GeoPackage to write: the defects as a styled layer, or with --repair the repaired city.",
        });
        var repair = new Option<string[]?>("--repair")
        {
            Description = "Repair these kinds (codes, or nothing for all that can be) and write the repaired city to -o; the original stays in its history.",
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("check", "Lists what is wrong with a city, says what its data can carry, and balances its area ledger.")
        {
            city, map, json, output, repair,
        };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var isRepair = parsed.GetResult(repair) is not null;
            var opened = CheckedInput.Open((parsed.GetValue(city)!, parsed.GetValue(map)), isRepair, progress, cancel);
            var path = parsed.GetValue(output);
            if (isRepair)
            {
                return Task.FromResult(RepairRun.Run(opened, (parsed.GetValue(repair) ?? [], path, parsed.GetValue(json)), SourceOf(parsed.GetValue(city)!), progress, cancel));
            }

            var report = CityCheck.Of(opened.Work, opened.Layers, opened.Defects, progress, cancel);
            if (path is not null)
            {
                DefectFile.Write(path, report, cancel);
            }

            progress.Dispose();
            if (parsed.GetValue(json))
            {
                using var stdout = Console.OpenStandardOutput();
                CheckJson.Write(stdout, report);
            }
            else
            {
                CheckTable.Print(report, path);
            }

            return Task.FromResult(report.Defects.Any(defect => defect.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    // Other files keep no register.
    private static string? SourceOf(string path) => CityInput.IsGeoPackage(path) && CityFile.IsCityFile(path) ? path : null;
}
