using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal measure`: every measure of given outlines, with or without a city.</summary>
internal static class MeasureCommand
{
    private static readonly ShapeMeasure[] InFront =
    [
        ShapeMeasure.GrossArea, ShapeMeasure.OutlinePerimeter, ShapeMeasure.PolsbyPopper, ShapeMeasure.MomentOfInertia,
        ShapeMeasure.ConvexHullRatio, ShapeMeasure.Reock,
    ];

    public static Command Create()
    {
        var file = new Argument<string>("outlines") { Description = "GeoJSON, Shapefile or GeoPackage with polygons." };
        var layer = new Option<string?>("--layer") { Description = "Layer of the file, where it has several." };
        var crs = Options.Whole("--crs", "Reference system of a file that names none: EPSG code, 0 for a local metric system.", 0, 999_999);
        var city = new Option<string?>("--city") { Description = "City file: adds the measures of buildings, people and land." };
        var json = Options.Json();
        var command = new Command("measure", "Measures outlines: compactness and, with a city, every ratio.") { file, layer, crs, city, json };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var outlines = OutlineReader.Read(parsed.GetValue(file)!, parsed.GetValue(layer), parsed.GetValue(crs), progress, cancel);
            var measured = MeasuredOutlines.Of(outlines.Shapes, outlines.Epsg, ShapeSelection.All, 0, cancel);
            var more = parsed.GetValue(city) is { } path
                ? CityOutlines.Of(new CityWork(CityInput.Open(path, null, progress, cancel).City), outlines.Shapes, outlines.Epsg, progress, cancel)
                : null;
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                Console.Out.Write(OutlineJson.Of(outlines.Ids, measured, [.. ShapeSelection.All.Measures], more));
            }
            else
            {
                Print(outlines.Ids, measured, more);
            }

            foreach (var defect in outlines.Defects)
            {
                Console.Error.WriteLine($"{defect.Severity.ToString().ToLowerInvariant()}: {defect.Layer} {defect.Id}: {defect.Message} {defect.Remedy}");
            }

            foreach (var i in measured.Unplaced)
            {
                Console.Error.WriteLine($"error: {outlines.Ids[i]}: it has no place in EPSG:{outlines.Epsg}, or is thousands of kilometres wide. Check the reference system (--crs), and that x is east and y is north.");
            }

            var outside = Enumerable.Range(0, more?.Count ?? 0).Where(i => more![i]["net_area_m2"].Value is not > 0).ToList();
            foreach (var i in outside)
            {
                Console.Error.WriteLine($"warning: {outlines.Ids[i]}: no parcel of the city lies in it. Check that both are in the right reference system.");
            }

            return Task.FromResult(outside.Count + measured.Unplaced.Count > 0 || outlines.Defects.Any(defect => defect.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    private static void Print(IReadOnlyList<string> ids, MeasuredOutlines measured, IReadOnlyList<AreaMeasures>? more)
    {
        var table = TextTable.Of(["outline", .. InFront.Select(measure => $">{MeasureNames.Of(measure).Wire}"), ">legal_area_m2"]);
        for (var i = 0; i < ids.Count; i++)
        {
            table.Row([ids[i], .. InFront.Select(measure => (object?)measured[i, measure].Value), measured.LegalOf(i).Area]);
        }

        TextTable.Print(table);
        for (var i = 0; i < (more?.Count ?? 0); i++)
        {
            MeasureTable.Print(ids[i], more![i]);
        }

        Console.Out.WriteLine("all measures: --json");
    }
}
