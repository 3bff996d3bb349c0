using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Ledgers;

namespace CityRenewal.Geo.Cli.Commands.Ledgers;

/// <summary>`renewal ledger out`: the ledger as a workbook.</summary>
internal static class LedgerOutCommand
{
    // What a sheet holds, less title and headings.
    private const int MostRows = 1_048_576 - 2;

    public static Command Create()
    {
        var city = new Argument<string>("city") { Description = "City file." };
        var output = Options.Output("ledger.xlsx");
        var land = new LedgerLand();
        var command = new Command("out", "Writes a row for each building: all that the city knows, what is proposed, and columns to fill in on site.") { city, output };
        land.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var (path, target) = (parsed.GetValue(city)!, parsed.GetValue(output)!);
            using var progress = StageLine.OnStandardError();
            var work = new CityWork(CityFile.Open(path, progress: progress, cancel: cancel).City);
            var ledger = BuildingLedger.Of(work.City, work.Facts(progress, cancel), land.In(parsed, path, work), LedgerRecords.Read(path));
            progress.Dispose();
            if (ledger.Buildings.Count > MostRows)
            {
                throw new InputException($"{ledger.Buildings.Count:N0} buildings are more than a sheet holds; write the ledger of a plan (--plan) or of a registered area (--entry)");
            }

            var title = $"一幢一档 Building ledger · {work.City.Name} · {work.City.Classification.Chinese()} {work.City.Classification.Wire()} · {MeasuredPlan.Disclaimer} · "
                + $"数据版本 data version {work.City.DataVersion[..Math.Min(12, work.City.DataVersion.Length)]} · 只填“现场核对”及以后各栏 fill in from site_check on";
            var bytes = LedgerWorkbook.Of(Path.GetFileName(target), ledger, title).Bytes;
            WholeFile.WriteStream(target, stream => stream.Write(bytes));
            Console.Out.WriteLine($"{ledger.Buildings.Count:N0} 幢 buildings");
            Console.Out.WriteLine($"written: {target}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
