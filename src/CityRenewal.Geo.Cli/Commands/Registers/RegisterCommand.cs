using System.CommandLine;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register`: areas and projects of a city from candidate to done (更新项目库).</summary>
internal static class RegisterCommand
{
    public static Command Create() =>
        new("register", "Keeps the register (项目库) of areas and projects: states with date and document, baselines, demolition, sums.")
        {
            RegisterAddCommand.Create(),
            RegisterMoveCommand.Create(),
            RegisterDemolishCommand.Create(),
            RegisterListCommand.Create(),
            RegisterShowCommand.Create(),
            RegisterSumCommands.RollUp(),
            RegisterSumCommands.Factors(),
        };
}
