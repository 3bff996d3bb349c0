using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal import`: layers as they come become one city file, in one transaction, defects listed.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Layers, ledgers (.xlsx, .csv), or a folder of them.", Arity = ArgumentArity.OneOrMore };
        var map = Options.Map();
        var crs = new Option<string[]>("--crs") { Description = "Reference system of files that name none: EPSG code, or FILE=EPSG.", Arity = ArgumentArity.ZeroOrMore };
        var year = Options.Year();
        var name = new Option<string?>("--name") { Description = "Name of the city." };
        var matches = new Option<string?>("--match-list") { Description = "CSV to write: rows of ledgers joined by name whose match a person has to confirm." };
        var output = Options.Output("city.gpkg");
        var json = Options.Json();
        var command = new Command("import", "Reads layers as they come into one city file.") { files, map, crs, year, name, matches, output, json };
        command.SetAction((parsed, cancel) =>
        {
            var request = new ImportRequest([.. parsed.GetValue(files)!.Order(StringComparer.Ordinal)], parsed.GetValue(map))
            {
                ReferenceSystems = GivenSystems.From(parsed.GetValue(crs) ?? []),
                BaselineYear = parsed.GetValue(year),
            };
            using var progress = StageLine.OnStandardError();
            var imported = LayerImport.Read(request, progress, cancel);
            if (parsed.GetValue(matches) is { } list)
            {
                WholeFile.Write(list, writer => MatchList.Write(writer, imported.MatchList));
            }

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
}
