using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register move`: the next step of an entry.</summary>
internal static class RegisterMoveCommand
{
    public static Command Create()
    {
        var (city, id) = (RegisterOptions.City(), RegisterOptions.Id("The entry."));
        var (to, date, document) = (RegisterOptions.State("What it becomes"), RegisterOptions.Date(), RegisterOptions.Document());
        to.Required = true;
        var command = new Command("move", "Moves an entry to its next state; the step is kept with date and document for ever.") { city, id, to, date, document };
        command.SetAction(parsed =>
        {
            RegisterFile.Move(parsed.GetValue(city)!, parsed.GetValue(id)!, new RegisterStep(parsed.GetValue(to)!.Value, parsed.GetValue(date)!.Value, parsed.GetValue(document)!));
            RegisterTable.PrintEntries([RegisterFile.Read(parsed.GetValue(city)!).Find(parsed.GetValue(id)!)!]);
            return ExitCode.Done;
        });
        return command;
    }
}
