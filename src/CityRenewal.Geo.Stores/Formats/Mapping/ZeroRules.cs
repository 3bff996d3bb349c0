using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads whether 0 means unknown: `zero: unknown` for all numbers of a layer, or column by column.</summary>
internal static class ZeroRules
{
    /// <summary>The rules with what the entry says about zeros.</summary>
    public static IEnumerable<FieldRule> Applied(
        IEnumerable<FieldRule> rules, string layer, Dictionary<string, YamlNode> entry, MappingProblems problems)
    {
        if (!entry.TryGetValue("zero", out var node))
        {
            return rules;
        }

        if (node is YamlScalarNode)
        {
            var all = IsUnknown(node, problems);
            return rules.Select(rule => rule with { IsZeroUnknown = all });
        }

        var byColumn = new Dictionary<string, bool?>();
        foreach (var (column, value) in problems.Mapping(node, allowed: null))
        {
            byColumn[column] = IsUnknown(value, problems);
            if (CityColumn.Find(layer, column) is null)
            {
                problems.Add(value, $"{layer} has no column '{column}'; {MappingProblems.NearestOf(column, [.. CityColumn.Of(layer).Select(known => known.Name)])}");
            }
        }

        return rules.Select(rule => byColumn.TryGetValue(rule.Column.Name, out var isUnknown) ? rule with { IsZeroUnknown = isUnknown } : rule);
    }

    private static bool? IsUnknown(YamlNode node, MappingProblems problems)
    {
        var word = problems.Text(node);
        if (word is "unknown" or "zero")
        {
            return word == "unknown";
        }

        problems.Add(node, $"'{word}' says nothing about zeros; write unknown or zero");
        return null;
    }
}
