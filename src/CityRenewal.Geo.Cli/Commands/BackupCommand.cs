using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Backups;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal backup` and `renewal restore`: an office in one file, and back.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var office = new Argument<string>("office") { Description = "Folder of the office (--store of renewal serve); the service may run." };
        var city = new Option<string[]>("--city") { Description = "City files that the service serves from elsewhere; they become part of the back-up.", Arity = ArgumentArity.ZeroOrMore };
        var output = Options.Output("office-backup.zip");
        var command = new Command("backup", "Backs an office up into one file: cities, plans, registers and records 备份.") { office, city, output };
        command.SetAction((parsed, cancel) =>
        {
            var attached = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var path in parsed.GetValue(city) ?? [])
            {
                attached[OfficeNames.From(Path.GetFileNameWithoutExtension(path))] = path;
            }

            var (cities, plans) = OfficeBackup.Write(parsed.GetValue(office)!, attached, parsed.GetValue(output)!, TimeProvider.System.GetUtcNow(), cancel);
            Say(cities, plans, parsed.GetValue(output)!);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static Command CreateRestore()
    {
        var backup = new Argument<string>("backup") { Description = "File that renewal backup wrote." };
        var office = new Argument<string>("office") { Description = "Folder for the office; there must be none, or an empty one." };
        var command = new Command("restore", "Makes an office of a back-up again, whole or not at all 恢复.") { backup, office };
        command.SetAction((parsed, cancel) =>
        {
            var (cities, plans) = OfficeRestore.Read(parsed.GetValue(backup)!, parsed.GetValue(office)!, cancel);
            Say(cities, plans, parsed.GetValue(office)!);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Say(int cities, int plans, string place) =>
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cities:N0} cities, {plans:N0} plans → {place}"));
}
