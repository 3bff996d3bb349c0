using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal history`: every version of every layer of a city file, and what it changed.</summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var city = new Argument<string>("city") { Description = "City file." };
        var json = Options.Json();
        var command = new Command("history", "Lists the versions of a city's layers and what each changed.") { city, json };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var changes = CityFile.Changes(parsed.GetValue(city)!, 1, progress, cancel);
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                JsonOut.Print(new { versions = changes.Select(ChangeTable.ToJson) });
            }
            else
            {
                ChangeTable.Print(changes);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
