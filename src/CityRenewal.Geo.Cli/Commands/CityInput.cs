using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Opens what a command was given as its city: a city file, or any file that a preset or a mapping explains.</summary>
internal static class CityInput
{
    public static AssembledCity Open(
        string path, string? mapping, IProgress<WorkProgress> progress, CancellationToken cancel, int threads = 0)
    {
        if (mapping is null && IsGeoPackage(path) && CityFile.IsCityFile(path))
        {
            return CityFile.Open(path, new OpenOptions { Threads = threads }, progress, cancel);
        }

        var imported = LayerImport.Read(new ImportRequest([path], mapping), progress, cancel);
        var assembled = CityAssembly.From(imported.Layers, SettingsOf(imported, path, threads), progress, cancel);
        return assembled with { Defects = DefectList.Merged(imported.Defects, assembled.Defects) };
    }

    public static bool IsGeoPackage(string path) => path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase);

    public static AssemblyOptions SettingsOf(ImportedLayers imported, string path, int threads = 0) => new()
    {
        Name = imported.Report.CityName is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(path),
        BaselineYear = imported.Report.BaselineYear,
        Threads = threads,
        Classification = ClassificationWords.Highest(imported.Layers.Select(layer => layer.Classification)),
    };
}
