using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads a rule pack with all that it extends, or tells everything that is wrong with them.</summary>
internal static class PackReader
{
    private static readonly PackKeys MonitoredKeys = new(["id", "title", "title_zh", "citation"], []);
    private const string RequestPack = "request";
    private static readonly string[] WithoutExtended = ["unknown_parameter", "unknown_source", "unknown_rule", "unknown_setting"];
    private static readonly string[] NotExtended = ["pack_not_found", "extends_cycle", "not_yaml", "empty", "too_deep", "alias"];

    private static readonly PackAssumption OfDraft = new(
        "The rule stands in a draft, written from what others tell of the text: check its number and wording against the text before use.",
        "本条出自草案，依据转述编写：使用前须对照原文核实数值与文字。");

    /// <summary>Reads a pack.</summary>
    public static RulePackReading Read(string name, PackText text, IReadOnlyDictionary<string, double> settings)
    {
        var found = new List<RulePackProblem>();
        var pack = PackFamily.Load(text, found) is { } family ? Assemble(family, settings, new PackNotes(text.File, found)) : null;

        // Where an extended pack could not be had, everything that it defines would be called unknown.
        var isAlone = found.Exists(problem => NotExtended.Contains(problem.Code));
        return new RulePackReading(
            name,
            found.Count == 0 ? pack : null,
            [
                .. found.Where(problem => !isAlone || !WithoutExtended.Contains(problem.Code))
                    .OrderBy(problem => problem.File == text.File ? 0 : 1)
                    .ThenBy(problem => problem.File, StringComparer.Ordinal)
                    .ThenBy(problem => problem.Line)
                    .ThenBy(problem => problem.Column),
            ]);
    }

    /// <summary>Reads the rules of a request, beside those of a pack where one is named; null and noted where that cannot be had.</summary>
    /// <param name="pack">Id or path of the pack; null where there is none.</param>
    /// <param name="request">The rules of the request; null where it has none.</param>
    /// <param name="settings">Numbers that the user sets.</param>
    /// <param name="found">Where notes gather.</param>
    public static RulePack? Read(string? pack, PackDocument? request, IReadOnlyDictionary<string, double> settings, List<RulePackProblem> found)
    {
        var text = pack is null ? null : RulePackShelf.TextOf(pack);
        if (pack is not null && text is null)
        {
            new PackNotes(pack, found).Add("", PackSenseTroubles.NoPack(pack, ""));
            return null;
        }

        var family = text is null ? null : PackFamily.Load(text, found);
        family = request is null ? family : PackFamily.With(family, request);
        return family is null
            ? null
            : Assemble(family, settings, new PackNotes(text?.File ?? request!.Text.File, found)) with { RequestText = request?.Text.Yaml ?? "" };
    }

    private static RulePack Assemble(PackFamily family, IReadOnlyDictionary<string, double> settings, PackNotes notes)
    {
        if (family.Packs.All(pack => pack.IsRequest))
        {
            return Assemble(family, family.Packs[^1], settings, notes) with
            {
                Id = RequestPack, Version = "1", Title = "Limits of the request", TitleChinese = "请求中的限制",
            };
        }

        return Assemble(family, family.Packs.Last(pack => !pack.IsRequest), settings, notes);
    }

    private static RulePack Assemble(PackFamily family, PackDocument main, IReadOnlyDictionary<string, double> settings, PackNotes notes)
    {
        var sources = PackSources.Read(family);
        var numbers = PackNumbers.Read(family, sources);
        numbers.Set(settings, notes);
        var places = Places(family, "rules");
        var ofRequest = family.Packs.Where(pack => pack.IsRequest).SelectMany(pack => pack.Items("rules")).Select(node => node.Yaml).ToHashSet();
        var ofDrafts = family.Packs.Where(pack => pack.IsDraft).SelectMany(pack => pack.Items("rules")).Select(node => node.Yaml).ToHashSet();
        PackRule[] rules =
        [
            .. places.Select(place => ofDrafts.Contains(place.Node.Yaml) ? AsDraft(PackRuleReader.Read(place.Id, place.Node, sources, numbers)) : ofRequest.Contains(place.Node.Yaml)
                ? PackRuleReader.OfRequest(place.Id, place.Node, sources, numbers)
                : PackRuleReader.Read(place.Id, place.Node, sources, numbers)).OfType<PackRule>(),
        ];
        new PackRuleLinks(places, rules).Check();
        MonitoredIndicator[] monitored = [.. Places(family, "monitored").Select(place => Monitored(place.Id, place.Node, sources))];
        var own = main.Fields;
        return new RulePack
        {
            Id = main.Id,
            Version = own.Text("version"),
            Title = own.Text("title"),
            TitleChinese = own.Text("title_zh"),
            Licence = own.Text("licence"),
            IsDraft = main.IsDraft,
            Extends = [.. family.Packs.Where(pack => pack != main && !pack.IsRequest).Reverse().Select(pack => pack.Id)],
            Hash = PackHash.Of(family.Packs.Select(pack => pack.Top.Yaml)),
            Sources = sources.All,
            Parameters = numbers.All,
            Rules = rules,
            Categories = PackCategories.Read(family, sources) ?? CategoryDefinitions.Default,
            Monitored = monitored,
        };
    }

    private static PackRule? AsDraft(PackRule? rule) => rule is null ? null : rule with { Assumptions = [.. rule.Assumptions, OfDraft] };

    // An entry of the same id in an extending pack stands in the place of the older one.
    private static List<(string Id, PackNode Node)> Places(PackFamily family, string part)
    {
        var places = new List<(string Id, PackNode Node)>();
        foreach (var pack in family.Packs)
        {
            var older = places.Count;
            foreach (var entry in PackEntries.Of(pack, part))
            {
                var at = entry.Id.Length > 0 ? places.FindIndex(0, older, place => place.Id == entry.Id) : -1;
                if (at < 0)
                {
                    places.Add(entry);
                }
                else
                {
                    places[at] = entry;
                }
            }
        }

        return places;
    }

    private static MonitoredIndicator Monitored(string id, PackNode node, PackSources sources)
    {
        var fields = node.Fields(MonitoredKeys);
        return new MonitoredIndicator(id, fields.Text("title"), fields.Text("title_zh"), sources.Cited(fields["citation"]));
    }
}
