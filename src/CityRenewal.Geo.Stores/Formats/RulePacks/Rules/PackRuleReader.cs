using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads one rule of a pack.</summary>
internal static class PackRuleReader
{
    private static readonly PackKeys Keys = new(
        ["id", "title", "title_zh", "scope", "strength", "citation"], [.. PackTestReader.Names, "consent", "assumptions"]);

    private static readonly PackKeys SentenceKeys = new(["text", "text_zh"], []);

    /// <summary>The rule; null and noted where it cannot be read.</summary>
    public static PackRule? Read(string id, PackNode node, PackSources sources, PackNumbers all)
    {
        var fields = node.Fields(Keys);
        var citation = sources.Cited(fields["citation"]);
        var numbers = new PackRuleNumbers(all, id, citation);
        var test = PackTestReader.Read(node, fields, numbers);
        var strength = fields["strength"]?.Word(PackWords.Strengths);
        PackAssumption[] assumptions = [.. (fields["assumptions"]?.Items() ?? []).Select(Sentence)];
        var rule = new PackRule
        {
            Id = id,
            Title = fields.Text("title"),
            TitleChinese = fields.Text("title_zh"),
            Scopes = Scopes(fields["scope"]),
            Strength = strength ?? RuleStrength.Must,
            Citation = citation,
            Test = test ?? new WholeTest(),
            Consent = fields["consent"] is { } consent ? Sentence(consent) : null,
            Assumptions = [.. assumptions, .. numbers.Assumed.Distinct()],
        };
        return test is null ? null : rule;
    }

    /// <summary>A sentence in both languages.</summary>
    public static PackAssumption Sentence(PackNode node)
    {
        var fields = node.Fields(SentenceKeys);
        return new PackAssumption(fields.Text("text"), fields.Text("text_zh"));
    }

    private static IReadOnlyList<RuleScope> Scopes(PackNode? node) =>
        [.. (node?.Filled() ?? []).Select(item => item.Word(PackWords.Scopes)).OfType<RuleScope>().Distinct()];
}
