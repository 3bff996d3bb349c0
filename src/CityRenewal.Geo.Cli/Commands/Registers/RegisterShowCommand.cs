using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register show`: one entry with its history and all demolition on its land since the baseline.</summary>
internal static class RegisterShowCommand
{
    public static Command Create()
    {
        var (city, id, json) = (RegisterOptions.City(), RegisterOptions.Id("The entry."), Options.Json());
        var command = new Command("show", "Shows an entry: its steps, its frozen baseline, and all demolition on its land since.") { city, id, json };
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(city)!;
            var register = RegisterFile.Read(path);
            var entry = register.Find(parsed.GetValue(id)!)
                ?? throw new InputException($"{parsed.GetValue(id)} is not registered; `renewal register list {path}` names what is.");
            var ids = CityFile.Open(path, cancel: cancel).City.Buildings.Ids;
            var standing = Enumerable.Range(0, ids.Count).Select(row => ids[row]).ToHashSet(StringComparer.Ordinal);
            var claims = register.Entries.Where(one => one.IsLive).Select(one => (one.Id, one.Claims)).ToList();
            var demolition = CumulativeDemolition.Of(register.BuildingsOf(entry), claims, standing.Contains);
            if (parsed.GetValue(json))
            {
                Console.Out.Write(RegisterJson.OfEntry(entry, register.BaselineOf(entry.Area), demolition));
            }
            else
            {
                RegisterTable.PrintEntry(entry, register.BaselineOf(entry.Area), demolition);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
