using System.CommandLine;
using CityRenewal.Geo.Cli.Commands;
using CityRenewal.Geo.Cli.Commands.Dossiers;
using CityRenewal.Geo.Cli.Commands.Ledgers;
using CityRenewal.Geo.Cli.Commands.Registers;
using CityRenewal.Geo.Cli.Terminal;

var root = new RootCommand(
    "Proposes urban renewal areas (更新片区), measures them, and shows what keeps or breaks the rules. A review aid, never an approval.")
{
    SampleCommand.Create(),
    ImportCommand.Create(),
    HistoryCommand.Create(),
    CheckCommand.Create(),
    RulesCommand.Create(),
    OverlayCommand.Create(),
    GraphCommand.Create(),
    ProposeCommand.Create(),
    EditCommandLine.Create(),
    RepairCommand.Create(),
    ExplainCommand.Create(),
    DossierCommand.Create(),
    VerifyCommand.Create(),
    CertifyCommand.Create(),
    MeasureCommand.Create(),
    ReviewCommand.Create(),
    CompareCommand.Create(),
    OpinionCommand.Create(),
    ReportCommand.Create(),
    EnsembleCommand.Create(),
    RegisterCommand.Create(),
    LedgerCommand.Create(),
    DumpCommand.Create(),
    ServeCommand.Create(),
    BackupCommand.Create(),
    BackupCommand.CreateRestore(),
    DemoCommand.Create(),
};

return await Edge.RunAsync(root, args);
