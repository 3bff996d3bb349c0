using System.Diagnostics;
using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.IO.Esri;

namespace CityRenewal.Geo.Benchmarks;

/// <summary>
/// Importing one layer of parcels from every format, end to end: read, checked, assembled and written as a city file. Peers
/// do less: ogr2ogr copies features, the readers of NetTopologySuite only read them.
/// </summary>
public sealed class ImportSuite : IBenchmarkSuite
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public string Name => "import";

    public void Run(TrialBook book, int parcels)
    {
        var folder = Directory.CreateTempSubdirectory("import-benchmark-");
        try
        {
            var layer = SampleCity.Of(new SampleOptions(parcels, 7), null, CancellationToken.None).First(layer => layer.Name == LayerNames.Parcels);
            var city = Path.Combine(folder.FullName, "sample.gpkg");
            CityFile.Write(city, [layer]);
            foreach (var (ending, format) in new[] { ("gpkg", "GPKG"), ("shp", "ESRI Shapefile"), ("geojson", "GeoJSON") })
            {
                var file = Path.Combine(folder.FullName, $"parcels.{ending}");
                Ogr("-f", format, file, city, "-nln", "parcels", "-sql", "SELECT parcel_id, land_use, declared_area_m2, geom FROM parcels");
                var copy = Path.Combine(folder.FullName, "out.gpkg");
                var work = $"import parcels from {format}";
                book.Ours(Name, work, parcels, parcels, () => Import(file, copy), $"{new FileInfo(file).Length / 1_000_000:N0} MB");
                book.Peer(Name, work, "ogr2ogr -f GPKG", parcels, parcels, () => Copy(file, copy), note: "copied, neither checked nor assembled");
                Peer(book, work, file, parcels);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Peer(TrialBook book, string work, string file, int parcels)
    {
        const string Note = "read into features only";
        switch (Path.GetExtension(file))
        {
            case ".shp":
                book.Peer(Name, work, "IO.Esri.Shapefile 1.2", parcels, parcels, () => Shapefile.ReadAllFeatures(file), note: Note);
                break;
            case ".geojson":
                book.Peer(Name, work, "IO.GeoJSON4STJ 4.0", parcels, parcels, () => ReadGeoJson(file), note: Note);
                break;
        }
    }

    private static void Import(string file, string target)
    {
        var imported = LayerImport.Read(new ImportRequest([file], null));
        var assembled = CityAssembly.From(imported.Layers, new AssemblyOptions());
        CityFile.Write(target, imported.Layers, new CityFileOptions { Plane = assembled.City.Plane, Overwrite = true });
    }

    private static FeatureCollection? ReadGeoJson(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<FeatureCollection>(stream, GeoJson);
    }

    private static void Copy(string file, string target)
    {
        File.Delete(target);
        Ogr("-f", "GPKG", target, file);
    }

    private static void Ogr(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ogr2ogr", arguments) { RedirectStandardError = true })!;
        var words = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ogr2ogr: {words}");
        }
    }
}
