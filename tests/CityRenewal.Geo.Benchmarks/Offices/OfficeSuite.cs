using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.PostGis;

namespace CityRenewal.Geo.Benchmarks.Offices;

/// <summary>Founding and opening a whole city in both stores of an office, as the service does.</summary>
public sealed class OfficeSuite : IBenchmarkSuite
{
    private const string City = "benchmark";

    public string Name => "offices";

    public void Run(TrialBook book, int parcels)
    {
        var folder = Directory.CreateTempSubdirectory("offices-benchmark-");
        try
        {
            using (var office = FolderOffice.Open(folder.FullName))
            {
                Run(book, parcels, office, "a folder");
            }

            if (Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS") is { Length: > 0 } connection)
            {
                using var office = PostGisOffice.Open(connection);
                Run(book, parcels, office, "PostGIS");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Run(TrialBook book, int parcels, IOfficeStore office, string where)
    {
        var layers = SampleCity.Of(new SampleOptions(parcels, 7), null, CancellationToken.None);
        var features = layers.Sum(layer => (long)layer.Shapes.Count);
        book.Ours(
            Name, $"found a whole city in {where}", parcels, features,
            () =>
            {
                TidyUp(office);
                office.Found(City, layers, new AssemblyOptions());
            },
            $"{layers.Count} layers, {features:N0} features; put together and checked meanwhile, indexed; removing the one before included");
        layers = [];
        book.Ours(Name, $"open a whole city from {where}", parcels, features, () => office.Find(City)!.Open(), where == "PostGIS" ? "no cache" : "first from its layers, then from its cache");
        TidyUp(office);
    }

    private static void TidyUp(IOfficeStore office)
    {
        if (office.Find(City) is not null)
        {
            office.Delete(City, null);
        }
    }
}
