using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
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
        var crs = new Option<string[]>("--crs") { Description = "Reference system of files that name none: EPSG code, or FILE=EPSG.", Arity = ArgumentArity.ZeroOrMore };
        var year = Options.Year();
        var personal = new Option<bool>("--keep-personal-data") { Description = "Keep fields with names, identity and phone numbers; they are dropped otherwise." };
        var level = new Option<string>("--classification")
        {
            Description = "Who may see layers that the mapping says nothing of: public, internal, confidential, secret, or 公开, 内部资料, 秘密, 机密.",
            DefaultValueFactory = _ => "internal",
        };
        var explain = new Option<bool>("--explain") { Description = "Write no city but a mapping drafted from the data, to stdout or -o." };
        var name = new Option<string?>("--name") { Description = "Name of the city." };
        var output = Options.Output("city.gpkg");
        var json = Options.Json();
        var command = new Command("import", "Reads layers as they come into one city file.") 
        {
            files, map, crs, year, name, personal, level, explain, output, json,
        };
        command.SetAction((parsed, cancel) =>
        {
            var request = new ImportRequest([.. parsed.GetValue(files)!.Order(StringComparer.Ordinal)], parsed.GetValue(map))
            {
                ReferenceSystems = GivenSystems.From(parsed.GetValue(crs) ?? []),
                BaselineYear = parsed.GetValue(year),
                KeepPersonalData = parsed.GetValue(personal),
                Classification = LevelOf(parsed.GetValue(level)!),
            };
            using var progress = StageLine.OnStandardError();
            if (parsed.GetValue(explain))
            {
                var draft = MappingDraft.Of(request, progress, cancel);
                progress.Dispose();
                DraftOut.Write(draft, parsed.GetResult(output) is { Implicit: false } ? parsed.GetValue(output) : null);
                return Task.FromResult(ExitCode.Done);
            }

            var imported = LayerImport.Read(request, progress, cancel);
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

    private static Classification LevelOf(string word) => ClassificationWords.Find(word)
        ?? throw new InputException($"--classification {word}: known are {string.Join(", ", ClassificationWords.All)}");
}
