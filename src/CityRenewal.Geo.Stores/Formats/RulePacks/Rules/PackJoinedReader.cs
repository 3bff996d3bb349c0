using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the rules that are made of other rules.</summary>
internal static class PackJoinedReader
{
    private static readonly PackKeys SomeKeys = new(["least", "rules"], []);
    private static readonly PackKeys CaseKeys = new(["if", "then"], ["else"]);

    public static RuleTest? AnyOf(PackNode node, PackRuleNumbers numbers) =>
        node.Texts() is { Count: > 0 } rules ? new SomeOfTest(rules, numbers.Written(node, RuleUnit.Count, 1)) : null;

    public static RuleTest? SomeOf(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(SomeKeys);
        IReadOnlyList<string> rules = fields["rules"]?.Texts() ?? [];
        var least = fields["least"] is { } given ? numbers.Limit(given, RuleUnit.Count, Math.Max(1, rules.Count)) : "";
        return rules.Count == 0 || least.Length == 0 ? null : new SomeOfTest(rules, least);
    }

    public static RuleTest? Case(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(CaseKeys);
        var (condition, then) = (fields.Text("if"), fields.Text("then"));
        return condition.Length == 0 || then.Length == 0 ? null : new CaseTest(condition, then, fields.Text("else"));
    }

    /// <summary>Where a rule names the rules that it is made of.</summary>
    public static IEnumerable<PackNode> Members(PackNode rule)
    {
        var fields = rule.AnyFields();
        foreach (var list in (string[])["all_of", "any_of"])
        {
            foreach (var member in fields.GetValueOrDefault(list)?.Items() ?? [])
            {
                yield return member;
            }
        }

        foreach (var member in Within(fields, "some_of").GetValueOrDefault("rules") is { IsList: true } rules ? rules.Items() : [])
        {
            yield return member;
        }

        foreach (var (_, member) in Within(fields, "case").Where(field => CaseKeys.All.Contains(field.Key)))
        {
            yield return member;
        }
    }

    private static Dictionary<string, PackNode> Within(Dictionary<string, PackNode> fields, string name) =>
        fields.GetValueOrDefault(name) is { HasFields: true } node ? node.AnyFields() : [];
}
