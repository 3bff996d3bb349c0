using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>The real data sets with parcels, where the environment names their folder.</summary>
internal static class RealTowns
{
    private static readonly string[] Sets = ["bubenec", "fr-cadastre-25354"];

    /// <summary>Name and layers of each that is here.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<SourceLayer> Layers)> All()
    {
        if (Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_DATA") is not { Length: > 0 } folder)
        {
            yield break;
        }

        foreach (var name in Sets.Where(name => Directory.Exists(Path.Combine(folder, name))))
        {
            var file = Directory.GetFiles(Path.Combine(folder, name), "*.gpkg")[0];
            yield return (name, LayerImport.Read(new ImportRequest([file])).Layers);
        }
    }
}
