using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Dossiers;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Service.Dossiers;

/// <summary>The rules that a dossier is made under: where they are read, with which numbers.</summary>
/// <param name="Pack">Id or path of the pack; null where there is none beside the plan's own rules.</param>
/// <param name="Settings">Numbers that are set instead of its own.</param>
public sealed record DossierRules(string? Pack, IReadOnlyDictionary<string, double> Settings)
{
    private const string Folder = "rules/";

    /// <summary>Name of the pack's file in a dossier; null where there is none.</summary>
    public string? MainFile => Pack is null ? null : RulePackShelf.TextsOf(Pack) is [.., var main] ? NameOf(main.Id) : null;

    /// <summary>The texts of the pack and of all that it extends.</summary>
    public IReadOnlyList<DossierPart> Files => Pack is null ? [] :
        [.. RulePackShelf.TextsOf(Pack).Select(text => new DossierPart(NameOf(text.Id), Encoding.UTF8.GetBytes(text.Yaml)))];

    /// <summary>What the manifest says of them; nothing where no rule was put to anything.</summary>
    public JsonObject? Said(RulePack? pack) => pack is null ? null : DossierManifest.OfRules(pack, MainFile, Settings);

    /// <summary>The rules of a dossier, unpacked into a folder of ours under names of ours; of hashes alone, those that come with the program.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="given">Id or path of a pack that the command line names; null names none.</param>
    public static DossierRules From(DossierContents dossier, string folder, string? given)
    {
        var said = dossier.Manifest["rule_pack"] as JsonObject;
        var settings = (said?["settings"] as JsonObject ?? [])
            .ToDictionary(each => each.Key, each => double.Parse(each.Value!.ToString(), CultureInfo.InvariantCulture), StringComparer.Ordinal);
        foreach (var name in dossier.Hashes.Keys.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            if (dossier.Find(name) is { } text)
            {
                File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(name)), text);
            }
        }

        return new DossierRules(given ?? MainOf(said, dossier, folder), settings);
    }

    private static string? MainOf(JsonObject? said, DossierContents dossier, string folder) =>
        said?["main_file"]?.ToString() is not { } main ? null
        : dossier.Find(main) is not null ? Path.Combine(folder, Path.GetFileName(main))
        : RulePackShelf.Ids.Contains(Path.GetFileNameWithoutExtension(main)) ? Path.GetFileNameWithoutExtension(main)
        : throw new StoreException(
            "the dossier", $"It holds hashes only, and its rule pack {Path.GetFileNameWithoutExtension(main)} does not come with the program.",
            "Name the file of the pack with --rules.");

    private static string NameOf(string id) => $"{Folder}{id}.yaml";
}
