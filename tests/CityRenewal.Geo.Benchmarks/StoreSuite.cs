using CityRenewal.Geo.Benchmarks.Offices;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Benchmarks;

/// <summary>Bringing layers into both stores and reading them, writing a city file, reading its layers back, and opening it as a city with and without its array cache.</summary>
public sealed class StoreSuite : IBenchmarkSuite
{
    public string Name => "stores";

    public void Run(TrialBook book, int parcels)
    {
        var layers = SampleCity.Of(new SampleOptions(parcels, 7), null, CancellationToken.None);
        var features = layers.Sum(layer => (long)layer.Shapes.Count);
        var folder = Directory.CreateTempSubdirectory("stores-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, "city.gpkg");
            book.Ours(Name, "write a city file, indexes included", parcels, features, () => CityFile.Write(path, layers),
                $"{layers.Count} layers, {features:N0} features");
            EmbeddedStore.Run(book, layers, folder.FullName);
            if (Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS") is { Length: > 0 } connection)
            {
                PostGisStore.Run(book, layers, (folder.FullName, connection));
            }

            layers = [];
            book.Ours(Name, "read all layers of a city file", parcels, features, () => CityFile.ReadLayers(path),
                $"{new FileInfo(path).Length / 1_000_000:N0} MB");
            book.Ours(Name, "open a city from its layers", parcels, features, () => CityFile.Open(path, new OpenOptions { UseCache = false }),
                "file just read, so in memory; reading, transforming, checking, legal measures and ordering included, no cache written");
            CityFile.Open(path);
            book.Ours(Name, "open a city from its array cache", parcels, features, () => CityFile.Open(path),
                $"{new FileInfo(path + ".cache").Length / 1_000_000:N0} MB just read, so in memory; state of the file, every array with its checksum, defects included");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
