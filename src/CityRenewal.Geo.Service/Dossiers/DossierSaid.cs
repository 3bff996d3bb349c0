using System.Text.Json.Nodes;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Stores.Dossiers;

namespace CityRenewal.Geo.Service.Dossiers;

/// <summary>What the manifest of a dossier says of its subject, and reads back.</summary>
public static class DossierSaid
{
    /// <summary>The manifest without its files.</summary>
    public static JsonObject Of(DossierSubject subject, DossierRules rules, AreaDeclaration declared, CityWork work)
    {
        var said = new JsonObject
        {
            ["city"] = DossierManifest.OfCity(work.City, work.Threads),
            ["engine"] = DossierManifest.OfEngine(),
            ["rule_pack"] = rules.Said(subject.Pack),
            ["options"] = DossierManifest.OfOptions(subject.Options),
            ["seed"] = subject.Options.Seed,
            ["work"] = subject.Plan?.Work,
            ["areas"] = subject.Areas,
            ["open_findings"] = subject.OpenFindings,
            ["kind"] = subject.Plan is null ? "boundaries" : "plan",
            ["disclaimer"] = MeasuredPlan.Disclaimer,
        };
        if (subject.Plan is { } plan)
        {
            said["made_from"] = new JsonObject { ["data_version"] = plan.DataVersion, ["rule_pack"] = plan.RulePack, ["rule_pack_hash"] = plan.RulePackHash };
            return said;
        }

        said["epsg"] = subject.Epsg;
        said["declared"] = new JsonObject(declared.Numbers.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value)));
        said["documents"] = declared.Documents is { } documents ? new JsonArray([.. documents.Select(document => (JsonNode)document)]) : null;
        return said;
    }

    /// <summary>What was declared of boundaries.</summary>
    public static AreaDeclaration DeclaredIn(JsonObject manifest) => new()
    {
        Numbers = (manifest["declared"] as JsonObject ?? []).ToDictionary(each => each.Key, each => (double)each.Value!, StringComparer.Ordinal),
        Documents = manifest["documents"] is JsonArray documents ? [.. documents.Select(document => (string)document!)] : null,
    };

    /// <summary>The year that ages count from, as asked for.</summary>
    public static int? YearIn(JsonObject manifest) => (int?)manifest["options"]?["reference_year"];

    /// <summary>Whether a dossier is the one whose hash was noted when it came.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="noted">SHA-256 of its manifest as it was noted; null compares nothing.</param>
    public static IEnumerable<DossierDifference> DifferencesOfNoted(DossierContents dossier, string? noted) =>
        noted is null || string.Equals(noted.Trim(), dossier.ManifestHash, StringComparison.OrdinalIgnoreCase)
            ? []
            : [new DossierDifference("manifest.json", "sha256 as noted", noted.Trim(), dossier.ManifestHash)];

    /// <summary>The version of the data, and of each layer.</summary>
    public static IEnumerable<DossierDifference> DifferencesOfCity(JsonObject manifest, City city, int threads)
    {
        var (was, found) = (manifest["city"]!, DossierManifest.OfCity(city, threads));
        if (Text(was, "data_version") == city.DataVersion)
        {
            yield break;
        }

        yield return new DossierDifference("city", "data_version", Text(was, "data_version"), city.DataVersion);
        var (old, now) = (was["layers"] as JsonObject ?? [], (JsonObject)found["layers"]!);
        foreach (var layer in old.Select(each => each.Key).Union(now.Select(each => each.Key)).Order(StringComparer.Ordinal))
        {
            if (Text(old, layer) != Text(now, layer))
            {
                yield return new DossierDifference("city", $"layers.{layer}", Text(old, layer), Text(now, layer));
            }
        }
    }

    /// <summary>A text of the manifest; empty where it has none.</summary>
    public static string Text(JsonNode? node, string name) => node?[name]?.ToString() ?? "";
}
