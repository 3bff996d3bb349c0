using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes in which units numbers are, and what a nought means.</summary>
internal sealed class UnitDraft(StringBuilder text, DeliveredLayer delivered, FieldDraft summaries)
{
    /// <summary>Writes the units of numbers that have one.</summary>
    public void AppendUnits(IReadOnlyList<FieldRule> rules, MappedLayer mapped)
    {
        var lines = new List<string>();
        foreach (var rule in rules.Where(rule => rule.Constant is null))
        {
            if (rule.Unit is { Field: { } name } unit && delivered.Field(name) is { } field)
            {
                var factors = unit.Factors.Select(factor => $"{YamlWord.Of(factor.Key)}: {WordOf(factor.Value, rule.Column)}");
                lines.Add($"    {rule.Column.Name}: {{ field: {YamlWord.Of(field.Name)}, {string.Join(", ", factors)} }}\n");
            }
            else if (rule.Column.Name == "declared_area_m2" && mapped.DeclaredUnit is { } found)
            {
                lines.Add($"    {rule.Column.Name}: {found} # no field says it; so the declared areas are those of the outlines\n");
            }
            else if (rule.Sources.Select(source => MeasureUnits.InName(source, rule.Column)).FirstOrDefault(told => told is not null) is { } told && rule.Sources.Count == 1)
            {
                lines.Add($"    {rule.Column.Name}: {YamlWord.Of(told.Word)} # the name of the field says so\n");
            }
        }

        text.Append(lines.Count > 0 ? "  units:\n" : "").Append(string.Concat(lines));
    }

    /// <summary>Writes what a delivered nought is taken for.</summary>
    public void AppendZeros(IReadOnlyList<FieldRule> rules)
    {
        var lines = new List<string>();
        foreach (var rule in rules.Where(rule => rule.Constant is null && rule.Column.Kind != ColumnKind.Text))
        {
            var zeros = rule.Sources.Select(delivered.Field).OfType<SourceColumn>().Sum(field => summaries.SummaryOf(field).Zeros);
            if (zeros > 0)
            {
                var isUnknown = rule.IsZeroUnknown ?? rule.Column.IsNeverZero;
                var reason = isUnknown ? "what is there has more than none of it" : "there may be none of it";
                lines.Add($"    {rule.Column.Name}: {(isUnknown ? "unknown" : "zero")} # {zeros} rows are 0; {reason}\n");
            }
        }

        text.Append(lines.Count > 0 ? "  zero:\n" : "").Append(string.Concat(lines));
    }

    private static string WordOf(double factor, CityColumn column) =>
        YamlWord.Of(MeasureUnits.Of(column).First(unit => unit.Value == factor).Key);
}
