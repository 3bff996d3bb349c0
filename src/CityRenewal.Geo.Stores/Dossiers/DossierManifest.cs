using System.Text.Json;
using System.Text.Json.Nodes;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Certificates;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>What a manifest says of the data, the rules, the engine and the request.</summary>
public static class DossierManifest
{
    /// <summary>The data: version of the city and of each of its layers.</summary>
    public static JsonObject OfCity(City city, int threads) => new()
    {
        ["name"] = city.Name,
        ["data_version"] = city.DataVersion,
        ["classification"] = city.Classification.Wire(),
        ["baseline_year"] = city.BaselineYear,
        ["epsg"] = city.Epsg,
        ["layers"] = new JsonObject(LayersOf(city).Select(layer => KeyValuePair.Create(
            layer, (JsonNode?)DataVersions.OfLayer(city, layer, new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1 })))),
    };

    /// <summary>The rule pack with the numbers that were set instead of its own.</summary>
    public static JsonObject OfRules(RulePack pack, string? main, IReadOnlyDictionary<string, double> settings) => new()
    {
        ["id"] = pack.Id,
        ["version"] = pack.Version,
        ["hash"] = pack.Hash,
        ["is_draft"] = pack.IsDraft,
        ["main_file"] = main,
        ["settings"] = new JsonObject(settings.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value))),
        ["parameters"] = new JsonObject(pack.Parameters.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value.Value))),
    };

    /// <summary>The engine: its version, and the identity of what was compiled.</summary>
    public static JsonObject OfEngine() => new()
    {
        ["name"] = "CityRenewal.Geo",
        ["version"] = typeof(City).Assembly.GetName().Version?.ToString(3),
        ["build"] = typeof(City).Module.ModuleVersionId.ToString("N"),
    };

    /// <summary>What was asked for, limits included; the number of threads is none of it.</summary>
    public static JsonNode OfOptions(ProposalOptions options) =>
        JsonSerializer.SerializeToNode(options with { Threads = 0 }, CertificateHead.Wording)!;

    private static IEnumerable<string> LayersOf(City city) => new[]
    {
        LayerNames.Parcels, LayerNames.Buildings, LayerNames.Barriers, LayerNames.ProtectedItems, LayerNames.Stations,
    }.Where(city.Has).Concat(city.ZoneLayers.Keys).Distinct().Order(StringComparer.Ordinal);
}
