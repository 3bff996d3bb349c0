using System.CommandLine;
using System.Runtime.CompilerServices;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Html;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal demo`: all of it on the sample city, then the service on loopback.</summary>
internal static class DemoCommand
{
    private const string Rules = "chongqing-2025";

    public static Command Create()
    {
        var parcels = Options.Whole("--parcels", "Make a sample city of that size instead of taking data/sample.", 50, 20_000_000);
        var seed = Options.Seed("Seed of a city that is made.");
        var folder = new Option<string>("--output", "-o") { Description = "Folder for the results.", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var noServe = new Option<bool>("--no-serve") { Description = "End after the results are written." };
        var command = new Command("demo", "Runs everything on the sample city, then serves it on this machine.") { parcels, seed, folder, noServe };
        command.SetAction(async (parsed, cancel) =>
        {
            var output = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
            var city = Path.Combine(output, "city.gpkg");
            using (var progress = StageLine.OnStandardError())
            {
                BringCity(city, parsed.GetValue(parcels), parsed.GetValue(seed), progress, cancel);
                Run(city, output, progress, cancel);
            }

            if (!parsed.GetValue(noServe))
            {
                await ServeCommand.ServeUntilStoppedAsync(
                    new ServiceOptions { Store = Path.Combine(parsed.GetValue(folder)!, "office"), Cities = new Dictionary<string, string> { ["city"] = city } }, cancel);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void BringCity(string path, int? parcels, int seed, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var committed = SampleFile();
        if (parcels is null && File.Exists(committed))
        {
            File.Copy(committed, path, overwrite: true);
            return;
        }

        var options = new SampleOptions(parcels ?? 1000, seed);
        CityFile.Write(path, SampleCity.Of(options, progress, cancel), SampleCommand.SettingsOf(options), progress, cancel);
    }

    private static void Run(string cityPath, string output, StageLine progress, CancellationToken cancel)
    {
        var opened = CheckedInput.Open((cityPath, null), keepsLayers: false, progress, cancel);
        var work = opened.Work;
        var check = CityCheck.Of(work, opened.Layers, opened.Defects, progress, cancel);
        var options = new ProposalOptions();
        var measured = work.Propose(options, progress, cancel, RulePackShelf.Read(Rules).OrThrow());
        string facts = Path.Combine(output, "facts.csv"), graph = Path.Combine(output, "graph.csv");
        string plan = Path.Combine(output, "plan.gpkg"), map = Path.Combine(output, "map.svg"), json = Path.Combine(output, "plan.json");
        string defects = Path.Combine(output, "defects.gpkg"), report = Path.Combine(output, "report.html");
        DefectFile.Write(defects, check, cancel);
        WholeFile.WritePieces(facts, FactTable.Of(work.City, work.Facts()).ToCsv(0, cancel));
        WholeFile.WriteLines(graph, GraphTable.Of(work.City, work.Graph(GraphOptions.Default)).ToCsvLines(), cancel);
        WholeFile.Write(json, writer => writer.Write(PlanJson.Of(measured, work.City)));
        PlanOutput.Write(plan, map, work, measured, progress, cancel);
        AreaMapOutput.Write(plan, AreaMapOutput.Most, work, measured, progress, cancel);
        var head = new ReportHead { Engine = ReportHead.ThisEngine, Source = Path.GetFileName(plan) };
        WholeFile.Write(report, writer => HtmlReport.Write(ReportContent.Of(measured, work, head), writer, cancel: cancel));
        progress.Dispose();

        Console.Out.WriteLine($"{work.City.Name}: {work.City.Parcels.Count:N0} parcels, {work.City.Buildings.Count:N0} buildings");
        PrintReadiness(check);
        LedgerTable.Print(work.Fabric());
        PlanTable.Print(measured, work.City);
        var files = TextTable.Of("结果 results", "what it is");
        files.Row(Relative(cityPath), "城市数据集 the city, open it in QGIS");
        files.Row(Relative(defects), "数据问题 what is wrong with the data, as a layer; renewal check says it in words");
        files.Row(Relative(plan), $"方案 the plan under --rules {Rules}: areas, parcels, dispositions, findings; styled for QGIS");
        files.Row(Relative(AreaMapOutput.FolderOf(plan)), "片区图 a map of each area with its findings");
        files.Row(Relative(report), "核对报告 the report that an office hands on; open it in a browser, print it on A4");
        files.Row(Relative(map), "地图 the map, open it in a browser");
        files.Row(Relative(json), "the plan as JSON, every measure and finding");
        files.Row(Relative(facts), "地块叠加结果 area and share of every parcel in every layer");
        files.Row(Relative(graph), "相邻关系 who touches or faces whom");
        TextTable.Print(files);
    }

    // What the data carry, a line each; the reasons stand in `renewal check`.
    private static void PrintReadiness(CheckReport check)
    {
        var errors = check.Defects.Count(defect => defect.Severity == Severity.Error);
        Console.Out.WriteLine($"数据检查 check: {check.Defects.Count:N0} findings, {errors:N0} of them errors");
        var table = TextTable.Of("数据就绪 what the data carry", "");
        foreach (var conclusion in check.Readiness)
        {
            table.Row($"{conclusion.Chinese} {conclusion.English}", ReadinessWords.Label(conclusion.Carried));
        }

        TextTable.Print(table);
    }

    private static string Relative(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    // The demo is run from a checkout; the sample lies beside the sources.
    private static string SampleFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", "sample", "city.gpkg"));
}
