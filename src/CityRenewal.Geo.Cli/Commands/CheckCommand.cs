using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal check`: what is wrong with the data, and where every square metre of the study area went.</summary>
internal static class CheckCommand
{
    private const int ShownDefects = 40;

    public static Command Create()
    {
        var city = Options.City();
        var map = Options.Map();
        var json = Options.Json();
        var command = new Command("check", "Lists the defects of a city and balances its area ledger.") { city, map, json };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.OpenChecked(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel);
            var fabric = new CityWork(opened.City).Fabric(progress, cancel);
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                Console.Out.Write(DefectJson.Of(opened.Defects, fabric));
            }
            else
            {
                PrintDefects(opened.Defects);
                LedgerTable.Print(fabric);
            }

            return Task.FromResult(opened.Defects.Any(defect => defect.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    private static void PrintDefects(IReadOnlyList<Defect> defects)
    {
        if (defects.Count == 0)
        {
            Console.Out.WriteLine("no defects found by the present checks");
            return;
        }

        var kinds = TextTable.Of("code", "severity", ">number", "remedy");
        foreach (var kind in defects.GroupBy(defect => defect.Code).OrderByDescending(group => group.Max(defect => defect.Severity)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            kinds.Row(kind.Key, kind.Max(defect => defect.Severity).ToString().ToLowerInvariant(), kind.Count(), kind.First().Remedy);
        }

        TextTable.Print(kinds);
        var places = TextTable.Of("layer", "id", ">fid", "code", ">x", ">y", "message");
        foreach (var defect in defects.Take(ShownDefects))
        {
            places.Row(defect.Layer, defect.Id, defect.Fid, defect.Code, defect.X, defect.Y, defect.Message);
        }

        TextTable.Print(places);
        if (defects.Count > ShownDefects)
        {
            Console.Out.WriteLine($"… and {defects.Count - ShownDefects:N0} more; --json lists all {defects.Count:N0}");
        }
    }
}
