using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register rollup` and `renewal register factors`: sums of a register.</summary>
internal static class RegisterSumCommands
{
    public static Command RollUp()
    {
        var city = RegisterOptions.City();
        var by = new Option<RollUpLevel>("--by") { Description = "Units to sum by: community, street, district, city.", DefaultValueFactory = _ => RollUpLevel.City };
        var (csv, json) = (RegisterOptions.Csv(), Options.Json());
        var command = new Command("rollup", "Sums the register by community, street, district or city.") { city, by, csv, json };
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(city)!;
            var names = parsed.GetValue(by) == RollUpLevel.City ? [] : NamesOfUnits(path, cancel);
            string NameOf(string unit) => names.GetValueOrDefault(unit, "");
            var rows = RegisterRollUp.Of(RegisterFile.Read(path), parsed.GetValue(by));
            Write((parsed.GetValue(csv), parsed.GetValue(json)), ("units", RegisterRows.OfRollUp(rows, NameOf)), () => RegisterTable.PrintRollUp(rows, NameOf), cancel);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static Command Factors()
    {
        var city = RegisterOptions.City();
        var (csv, json) = (RegisterOptions.Csv(), Options.Json());
        var command = new Command("factors", $"Prints the factors of 老旧小区 projects: {FundingFactors.Label}.") { city, csv, json };
        command.SetAction((parsed, cancel) =>
        {
            var factors = FundingFactors.Of(RegisterFile.Read(parsed.GetValue(city)!));
            Write((parsed.GetValue(csv), parsed.GetValue(json)), ("factors", RegisterRows.OfFactors(factors)), () => RegisterTable.PrintFactors(factors), cancel);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Write(
        (string? Csv, bool Json) to, (string Name, IEnumerable<IReadOnlyList<string>> Rows) table, Action print, CancellationToken cancel)
    {
        if (to.Csv is { } path)
        {
            WholeFile.WriteLines(path, CsvLines.Of(table.Rows), cancel);
        }

        if (to.Json)
        {
            Console.Out.Write(RegisterJson.OfRows(table.Name, table.Rows));
        }
        else
        {
            print();
        }
    }

    private static Dictionary<string, string> NamesOfUnits(string path, CancellationToken cancel)
    {
        var units = CityFile.Open(path, cancel: cancel).City.Layer(LayerNames.AdministrativeUnits);
        return Enumerable.Range(0, units.Count).DistinctBy(row => units.Ids[row]).ToDictionary(row => units.Ids[row], row => units.Names[row], StringComparer.Ordinal);
    }
}
