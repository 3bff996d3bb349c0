using System.CommandLine;

namespace CityRenewal.Geo.Cli.Commands.Ledgers;

/// <summary>`renewal ledger`: the building ledger (一幢一档) out to the office and back.</summary>
internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "Writes the building ledger (一幢一档) as a workbook, and reads it back with every change.")
    {
        LedgerOutCommand.Create(),
        LedgerInCommand.Create(),
    };
}
