using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Repairs;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal repair`: the least change of parcels and dispositions that makes failing areas keep their rules.</summary>
internal static class RepairCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("areas") { Description = "Plan, or GeoJSON, Shapefile or GeoPackage with boundaries as polygons." };
        var layer = new Option<string?>("--layer") { Description = "Layer of the file, where it has several." };
        var crs = Options.Whole("--crs", "Reference system of a file that names none: EPSG code, 0 for a local metric system.", 0, 999_999);
        var city = new Option<string>("--city") { Description = "City file that the areas lie in.", Required = true };
        var area = new Option<string[]>("--area") { Description = "Ids of the areas to repair; unset, all that fail.", AllowMultipleArgumentsPerToken = true };
        var output = Options.ToWrite(new Option<string?>("--output", "-o") { Description = "Plan file to write with the repaired areas; beside it a map of each change as SVG." });
        var (map, year, threads, json, rules) = (Options.Map(), Options.Year(), Options.Threads(), Options.Json(), new RuleChoice(isRequired: false));
        var command = new Command("repair", "Finds the least change of land and dispositions that makes failing areas keep their rules, and its price per rule.")
        {
            file, layer, crs, city, area, output, map, year, threads, json,
        };
        rules.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, parsed.GetValue(threads));
            var work = new CityWork(opened.City) { Threads = parsed.GetValue(threads) };
            var input = new RepairInput(parsed.GetValue(file)!, parsed.GetValue(layer), parsed.GetValue(crs), parsed.GetValue(year));
            var session = input.Open(work, rules, parsed, progress, cancel);
            progress.Report(new WorkProgress("Seeking the least changes", 0));
            var found = Repair(session, parsed.GetValue(area) ?? [], cancel);
            if (parsed.GetValue(output) is { } path)
            {
                Write(session, (found, PlanAreas.IsPlan(parsed.GetValue(file)!) ? PlanOpinions.Entries(parsed.GetValue(file)!) : []), path, progress, cancel);
            }

            progress.Dispose();
            Say(found, session, parsed.GetValue(json));
            return Task.FromResult(found.All(each => !each.Repair.IsNeeded) ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    private static IReadOnlyList<(AreaRepair Repair, RepairCheck? Check)> Repair(EditSession session, string[] wanted, CancellationToken cancel)
    {
        var known = session.Areas.Select(each => each.Area.Id).ToList();
        return wanted.Except(known).ToList() is { Count: > 0 } unknown
            ? throw new InputException($"--area: there is no area {string.Join(", ", unknown)}. There are: {string.Join(", ", known.Take(20))}.")
            : PlanRepair.Of(session, wanted, cancel: cancel);
    }

    private static void Write(
        EditSession session, (IReadOnlyList<(AreaRepair Repair, RepairCheck? Check)> Repairs, IReadOnlyList<(Opinion Opinion, string Hash)> Opinions) found, string path, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        foreach (var (repair, _) in found.Repairs.Where(each => each.Repair.Together is not null))
        {
            var name = $"{Path.ChangeExtension(path, null)}-{Safe(repair.Before.Area.Id)}.svg";
            WholeFile.Write(name, writer => writer.Write(RepairMap.ToSvg(session.City, repair, repair.Together!)));
        }

        var (edited, work) = PlanEditing.Measure(session, cancel);
        var (measured, reasons) = PlanEditing.Explain(edited, work, progress, cancel);
        PlanOutput.Write(path, Path.ChangeExtension(path, ".svg"), work, measured, progress, cancel, (session.Edits, reasons, found.Opinions));
    }

    private static string Safe(string id) => string.Concat(id.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter));

    private static void Say(IReadOnlyList<(AreaRepair Repair, RepairCheck? Check)> found, EditSession session, bool asJson)
    {
        if (asJson)
        {
            Console.Out.Write(RepairJson.Of(found, session.Rules!, session.City));
            return;
        }

        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
        foreach (var (repair, check) in found)
        {
            RepairChangeTable.Print(repair, check);
        }

        if (found.Count == 0)
        {
            Console.Out.WriteLine("没有片区须调整 · no area needs a repair");
        }
    }
}
