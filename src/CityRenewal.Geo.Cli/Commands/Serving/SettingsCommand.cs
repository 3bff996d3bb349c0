using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service.Operating.Settings;

namespace CityRenewal.Geo.Cli.Commands.Serving;

/// <summary>`renewal serve settings`: everything that can be set.</summary>
internal static class SettingsCommand
{
    public static Command Create()
    {
        var command = new Command("settings", "Lists what can be set: in a file (--settings), with --set NAME=VALUE, or in the environment.");
        command.SetAction(_ =>
        {
            var table = TextTable.Of("setting", "environment", "default", "meaning");
            foreach (var setting in SettingList.All)
            {
                table.Row(setting.Name, setting.Variable, setting.Usual, setting.Meaning);
            }

            TextTable.Print(table);
            return ExitCode.Done;
        });
        return command;
    }
}
