using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads one rule of a pack.</summary>
internal static class PackRuleReader
{
    private static readonly PackKeys Keys = new(
        ["id", "title", "title_zh", "scope", "strength", "citation"], [.. PackTestReader.Names, "consent", "assumptions", "price", "part"]);

    private static readonly PackKeys RequestKeys = new(["id", "title"], [.. Keys.All.Except(["id", "title"])]);

    private static readonly PackKeys SentenceKeys = new(["text", "text_zh"], []);

    /// <summary>The rule; null and noted where it cannot be read.</summary>
    public static PackRule? Read(string id, PackNode node, PackSources sources, PackNumbers all) =>
        Read((id, node), node.Fields(Keys), sources, all);

    /// <summary>A rule of a request, which needs neither citation nor scope nor strength: it must be kept by areas.</summary>
    public static PackRule? OfRequest(string id, PackNode node, PackSources sources, PackNumbers all)
    {
        var fields = node.Fields(RequestKeys);
        return Read((id, node), fields, sources, all) is not { } rule ? null : rule with
        {
            TitleChinese = rule.TitleChinese.Length > 0 ? rule.TitleChinese : rule.Title,
            Scopes = fields["scope"] is null ? [RuleScope.Area] : rule.Scopes,
            Citation = fields["citation"] is null ? PackSources.OfRequest : rule.Citation,
        };
    }

    private static PackRule? Read((string Id, PackNode Node) place, PackFields fields, PackSources sources, PackNumbers all)
    {
        var (id, node) = place;
        var citation = fields["citation"] is { } cited ? sources.Cited(cited) : PackSources.OfRequest;
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
            Price = Price(fields["price"], test),
            IsPart = fields["part"]?.Truth() ?? false,
            Assumptions = [.. assumptions, .. numbers.Assumed.Distinct()],
        };
        return test is null ? null : rule;
    }

    private static double? Price(PackNode? node, RuleTest? test)
    {
        if (node is not null && test is not (null or ShareTest or SumTest))
        {
            node.Trouble(PackSenseTroubles.NoPriceHere);
        }

        return node?.Number(double.MaxValue);
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
