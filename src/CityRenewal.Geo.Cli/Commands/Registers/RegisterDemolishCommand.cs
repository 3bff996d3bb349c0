using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register demolish`: what an entry demolishes, from a plan or by name.</summary>
internal static class RegisterDemolishCommand
{
    public static Command Create()
    {
        var (city, id) = (RegisterOptions.City(), RegisterOptions.Id("The entry."));
        var plan = new Option<string?>("--plan") { Description = "Plan file whose dispositions hold for the buildings on the entry's parcels." };
        var (buildings, exempt) = (Ids("--buildings", "Buildings that go by choice, ids with commas."), Ids("--exempt", "Buildings that go and do not count, ids with commas."));
        var (date, document) = (RegisterOptions.Date(), RegisterOptions.Document());
        var command = new Command("demolish", "Records what an entry demolishes; what was recorded before stays readable.") { city, id, plan, buildings, exempt, date, document };
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(city)!;
            var entry = RegisterFile.Read(path).Find(parsed.GetValue(id)!)
                ?? throw new InputException($"{parsed.GetValue(id)} is not registered; `renewal register list {path}` names what is.");
            var work = new CityWork(CityFile.Open(path, cancel: cancel).City);
            var given = new GivenDemolition(parsed.GetValue(plan), parsed.GetValue(buildings) ?? [], parsed.GetValue(exempt) ?? []);
            var claims = given.ClaimsOn(work, RegisterFile.Read(path), entry, cancel);
            RegisterFile.Dispose(path, entry.Id, claims, (parsed.GetValue(date)!.Value, parsed.GetValue(document)!));
            Console.Out.WriteLine($"{entry.Id}: 登记拆除 {claims.Count} 幢 · {claims.Count} buildings recorded to go in whole or in part");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    internal static Option<string[]> Ids(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split([',', '，', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
    };
}
