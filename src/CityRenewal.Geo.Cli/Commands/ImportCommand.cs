using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal import`: layers as they come become one city file, in one transaction, defects listed.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Shapefiles (also zipped), GeoPackages, GeoJSON files.", Arity = ArgumentArity.OneOrMore };
        var map = Options.Map();
        var crs = new Option<string[]>("--crs") { Description = "Reference system of files that name none: EPSG code or local, or FILE=EPSG.", Arity = ArgumentArity.ZeroOrMore };
        var swapAxes = new Option<string[]>("--swap-axes") { Description = "Files whose first coordinate is north and second east.", Arity = ArgumentArity.ZeroOrMore };
        var transform = new Option<string?>("--transform") { Description = "YAML with your parameters for layers in Xian 1980, Beijing 1954 or a local system; used, never kept." };
        var crsMap = new Option<string?>("--crs-map") { Description = "SVG to draw where a layer would lie in each system that its numbers fit." };
        var noInput = new Option<bool>("--no-input") { Description = "Ask nothing at a terminal: refuse what only a person can tell." };
        var year = Options.Year();
        var name = new Option<string?>("--name") { Description = "Name of the city." };
        var output = Options.Output("city.gpkg");
        var json = Options.Json();
        var command = new Command("import", "Reads layers as they come into one city file.") 
        {
            files, map, crs, swapAxes, transform, crsMap, noInput, year, name, output, json,
        };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var questions = SystemQuestions.For(parsed.GetValue(json), parsed.GetValue(noInput), progress.Dispose);
            var request = new ImportRequest([.. parsed.GetValue(files)!.Order(StringComparer.Ordinal)], parsed.GetValue(map))
            {
                ReferenceSystems = GivenSystems.From(parsed.GetValue(crs) ?? []),
                SwapAxes = parsed.GetValue(swapAxes) ?? [],
                TransformPath = parsed.GetValue(transform),
                Ask = questions.Ask,
                BaselineYear = parsed.GetValue(year),
            };
            var imported = Read(request, questions, parsed.GetValue(crsMap), (progress, cancel));
            var path = parsed.GetValue(output)!;
            var settings = CityInput.SettingsOf(imported, path);
            settings = settings with { Name = parsed.GetValue(name) ?? settings.Name, BaselineYear = parsed.GetValue(year) ?? settings.BaselineYear };

            // The city is put together before anything is written: what cannot become a city leaves no file.
            var assembled = CityAssembly.From(imported.Layers, settings, progress, cancel);
            CityFile.Write(path, imported.Layers, new CityFileOptions
            {
                Name = settings.Name,
                BaselineYear = settings.BaselineYear,
                Plane = assembled.City.Plane,
                Overwrite = true,
            }, progress, cancel);
            progress.Dispose();
            var defects = DefectList.Merged(imported.Defects, assembled.Defects);
            ImportTable.Print(imported, defects, path, parsed.GetValue(json));
            return Task.FromResult(defects.Any(defect => defect.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    // The map helps most where the import is refused.
    private static ImportedLayers Read(
        ImportRequest request, SystemQuestions questions, string? map, (IProgress<WorkProgress> Progress, CancellationToken Cancel) run)
    {
        try
        {
            return LayerImport.Read(request, run.Progress, run.Cancel);
        }
        finally
        {
            if (map is not null)
            {
                Console.Error.WriteLine(questions.WriteMap(map) ? $"map of the possible places: {map}" : $"{map} is not written: every layer's reference system was known");
            }
        }
    }
}
