using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Commands.Registers;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Ledgers;

namespace CityRenewal.Geo.Cli.Commands.Ledgers;

/// <summary>`renewal ledger in`: a filled-in ledger against what is known; recorded only where that is asked for and nothing is wrong.</summary>
internal static class LedgerInCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("ledger") { Description = "Workbook that `renewal ledger out` wrote, filled in." };
        var city = new Option<string>("--city") { Description = "City file.", Required = true };
        var record = new Option<bool>("--record") { Description = "Record the changes in the city file, with --date and --document; the layers stay as they are." };
        var apply = new Option<bool>("--apply") { Description = "With --record: put all recorded corrections into the buildings, as a new version of their layer; the old one stays in the history." };
        var date = RegisterOptions.Date("--date", "Date of the survey, as 2026-06-30.", isRequired: false);
        var document = new Option<string?>("--document") { Description = "Number of the document 文号." };
        var json = Options.Json();
        var land = new LedgerLand();
        var command = new Command("in", "Reads a filled-in ledger: every change with its old value, everything that cannot be taken, the ratios before and after.") { file, city, record, apply, date, document, json };
        land.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(city)!;
            var by = ByOf(parsed.GetValue(record), parsed.GetValue(date), parsed.GetValue(document));
            CheckTogether(parsed.GetValue(record), parsed.GetValue(apply));
            using var progress = StageLine.OnStandardError();
            var read = LedgerSheetReading.Of(parsed.GetValue(file)!, cancel);
            var work = new CityWork(CityFile.Open(path, progress: progress, cancel: cancel).City);
            var (facts, areas, recorded) = (work.Facts(progress, cancel), land.In(parsed, path, work), LedgerRecords.Read(path));
            var comparison = LedgerComparison.Of(BuildingLedger.Of(work.City, facts, areas, recorded), read.Rows, read.Problems);
            var results = LedgerResults.Of(work.City, facts, areas, LedgerValues.With(recorded, comparison.Changes));
            var isRecorded = by is not null && comparison.Problems.Count == 0;
            if (isRecorded)
            {
                LedgerRecords.Add(path, comparison.Changes, by!.Value);
            }

            var applied = isRecorded && parsed.GetValue(apply) ? AppliedLedger.Bring(path, by!.Value, progress, cancel) : null;
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                Console.Out.Write(BuildingLedgerJson.Of(comparison, read.Readings, results, (isRecorded, [.. (applied ?? []).Select(made => (made.Version.Version, (long)made.Edited.Count))])));
            }
            else
            {
                BuildingLedgerTable.Print(comparison, read.Readings, results);
                if (applied is not null)
                {
                    ChangeTable.Print(applied);
                }
            }

            return Task.FromResult(SayHowItEnded(comparison, (by is not null, isRecorded)));
        });
        return command;
    }

    private static (DateOnly Date, string Document)? ByOf(bool isAsked, DateOnly? date, string? document) =>
        !isAsked ? null
        : date is { } day && document is { Length: > 0 } number ? (day, number)
        : throw new InputException("--record: give --date and --document, under which the changes are kept");

    private static void CheckTogether(bool isRecord, bool isApply)
    {
        if (isApply && !isRecord)
        {
            throw new InputException("--apply: corrections enter the layer only where they are recorded; give --record with --date and --document");
        }
    }

    private static int SayHowItEnded(LedgerComparison comparison, (bool IsAsked, bool IsDone) recording)
    {
        foreach (var problem in comparison.Problems)
        {
            Console.Error.WriteLine($"error: row {problem.Row} {problem.Building} {problem.Field}: {problem.Text} {problem.TextChinese}");
        }

        Console.Error.WriteLine(
            recording.IsDone ? $"recorded: {comparison.Changes.Count} changes 已记录"
            : recording.IsAsked ? "nothing was recorded: put right what is wrong first 有误,未记录"
            : "nothing was recorded; --record keeps the changes 未记录");
        return comparison.Problems.Count > 0 ? ExitCode.BadInput : ExitCode.Done;
    }
}
