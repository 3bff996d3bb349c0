using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes which field fills which column, how its texts are read, and which words it has.</summary>
internal sealed class RuleDraft(StringBuilder text, DeliveredLayer delivered, FieldDraft summaries)
{
    private const int ReadingsShown = 8;

    /// <summary>Writes the fields, with what stands in them.</summary>
    public void AppendFields(IReadOnlyList<FieldRule> rules, MappedLayer mapped)
    {
        text.Append(rules.Count > 0 ? "  fields:\n" : "");
        foreach (var rule in rules)
        {
            var source = rule.Constant is { } constant ? YamlWord.Of("=" + constant) : YamlWord.Of(rule.Sources);
            text.Append("    ").Append(rule.Column.Name).Append(": ").Append(source).Append('\n');
            foreach (var field in rule.Sources.Select(delivered.Field).OfType<SourceColumn>())
            {
                text.Append("      # ").Append(summaries.SummaryOf(field)).Append('\n');
            }

            var readings = mapped.Readings.Where(reading => reading.Column == rule.Column.Name).ToList();
            foreach (var reading in readings.Take(ReadingsShown))
            {
                text.Append("      # '").Append(OneLine(reading.Written)).Append("' in ").Append(reading.Rows).Append(" rows is read as ").Append(reading.Read)
                    .Append(" (").Append(reading.Rule).Append(")\n");
            }

            text.Append(readings.Count > ReadingsShown ? $"      # and {readings.Count - ReadingsShown} more texts\n" : "");
        }
    }

    /// <summary>Writes the words that a preset knows another word for, and those that nobody knows.</summary>
    public void AppendValues(string layer, IReadOnlyList<FieldRule> rules)
    {
        var lines = new StringBuilder();
        foreach (var rule in rules.Where(rule => rule.Constant is null))
        {
            var values = rule.Sources.Select(delivered.Field).OfType<SourceColumn>().SelectMany(field => summaries.SummaryOf(field).Values).Distinct().ToList();
            var known = values.Select(value => (value, rule.Words.GetValueOrDefault(value) ?? rule.Words.GetValueOrDefault(WrittenText.Narrow(value)))).Where(pair => pair.Item2 is not null).ToList();
            if (known.Count > 0)
            {
                lines.Append("    ").Append(rule.Column.Name).Append(": { ")
                    .AppendJoin(", ", known.Select(pair => $"{YamlWord.Of(pair.value)}: {YamlWord.Of(pair.Item2!)}")).Append(" }\n");
            }

            var strange = rule.Column.Words.Count == 0 ? [] : values.Except(known.Select(pair => pair.value))
                .Where(value => Vocabulary.WordFor(layer, rule.Column.Name, WrittenText.Narrow(value)) is null && !WrittenText.SaysUnknown(WrittenText.Narrow(value))).Take(ReadingsShown).ToList();
            if (strange.Count > 0)
            {
                lines.Append("    # ").Append(rule.Column.Name).Append(" knows ").AppendJoin(", ", rule.Column.Words).Append(", and not ").AppendJoin(", ", strange.Select(OneLine)).Append('\n');
            }
        }

        text.Append(lines.Length == 0 ? "" : lines.ToString().Contains(": {", StringComparison.Ordinal) ? "  values:\n" : "").Append(lines);
    }

    private static string OneLine(string written) => string.Concat(written.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
