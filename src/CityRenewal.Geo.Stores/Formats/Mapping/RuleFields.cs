using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A rule of a mapping with the fields of the file that it reads.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Sources">Fields of its values, the most trusted first.</param>
/// <param name="Unit">Field of their unit.</param>
/// <param name="Notes">What people should know about the fields.</param>
internal sealed record FoundRule(FieldRule Rule, IReadOnlyList<FieldSource> Sources, SourceColumn? Unit, IReadOnlyList<string> Notes)
{
    /// <summary>Whether a column can be filled by it.</summary>
    public bool Fills { get; init; } = true;
}

/// <summary>Finds the fields that rules speak of. A mapping that names one which is not there is told; a preset passes over it.</summary>
internal sealed class RuleFields(DeliveredLayer delivered, LayerMapping mapping, ImportProblems problems)
{
    /// <summary>The rule with its fields.</summary>
    public FoundRule Of(FieldRule rule)
    {
        var notes = new List<string>();
        var named = rule.FieldInConstant is { } inConstant ? [inConstant] : rule.Sources;
        var sources = named.Where(name => Exists(name, rule.Line)).Select(name => SourceOf(name, rule, notes)).ToList();
        var fills = sources.Count > 0 || (rule.Constant is not null && rule.FieldInConstant is null);
        var unit = rule.Unit?.Field is { } unitField ? delivered.Field(unitField) : null;
        if (rule.Unit?.Field is { } missing && unit is null)
        {
            if (!mapping.IsPreset)
            {
                NoField(missing, rule.Line);
                fills = false;
            }

            rule = rule with { Unit = null };
        }

        return new FoundRule(rule, sources, unit, notes) { Fills = fills };
    }

    /// <summary>Notes that a field is not there.</summary>
    public void NoField(string name, int line) => problems.Add(
        line > 0 ? $"{delivered.File}, mapping line {line}" : delivered.File,
        $"layer {delivered.Name} has no field '{name}'.",
        $"It has {string.Join(", ", delivered.Columns.Select(column => column.Name))}.");

    private bool Exists(string name, int line)
    {
        var exists = delivered.Field(name) is not null;
        if (!exists && !mapping.IsPreset)
        {
            NoField(name, line);
        }

        return exists;
    }

    private FieldSource SourceOf(string name, FieldRule rule, List<string> notes)
    {
        var field = delivered.Field(name)!;
        var unit = rule.Unit is null ? MeasureUnits.InName(field.Name, rule.Column) : null;
        if (unit is { } told)
        {
            notes.Add($"{rule.Column.Name}: the name of {field.Name} says {told.Word}");
        }

        var isOfWhole = rule.Column.Name == "storeys_below" && FieldRules.IsOfWholeBuilding(field.Name);
        return new FieldSource(field, unit?.Factor ?? 1, isOfWhole);
    }
}
