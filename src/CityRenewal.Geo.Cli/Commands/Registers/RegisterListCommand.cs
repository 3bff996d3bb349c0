using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register list`: the entries of a register.</summary>
internal static class RegisterListCommand
{
    public static Command Create()
    {
        var city = RegisterOptions.City();
        var (state, area) = (RegisterOptions.State("Only those in a state"), new Option<string?>("--of") { Description = "Only the projects of an area." });
        var (csv, json) = (RegisterOptions.Csv(), Options.Json());
        var command = new Command("list", "Lists areas and projects with their newest step.") { city, state, area, csv, json };
        command.SetAction((parsed, cancel) =>
        {
            var (wanted, of) = (parsed.GetValue(state), parsed.GetValue(area));
            var entries = RegisterFile.Read(parsed.GetValue(city)!).Entries
                .Where(entry => (wanted is null || entry.State == wanted) && (of is null || (entry.Kind == RegisterKind.Project && entry.Area == of))).ToList();
            if (parsed.GetValue(csv) is { } path)
            {
                WholeFile.WriteLines(path, CsvLines.Of(RegisterRows.OfEntries(entries)), cancel);
            }

            if (parsed.GetValue(json))
            {
                Console.Out.Write(RegisterJson.OfEntries(entries));
            }
            else
            {
                RegisterTable.PrintEntries(entries);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
