using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The rules of a preset as a draft writes them down.</summary>
internal static class DraftRules
{
    /// <summary>The rules. What a preset settles by itself is written down as a constant, so that the draft gives the same city.</summary>
    public static IReadOnlyList<FieldRule> Of(DeliveredLayer delivered, LayerMapping preset, FieldDraft fields, MappedLayer mapped)
    {
        var rules = FieldRules.Of(preset, delivered)
            .Select(rule => rule with { Sources = [.. rule.Sources.Select(delivered.Field).OfType<SourceColumn>().Where(field => !fields.IsPersonal(field)).Select(field => field.Name).Distinct()] })
            .Where(rule => rule.Constant is not null || rule.Sources.Count > 0)
            .Where(rule => rule.Column.Name != "storeys_below" || rule.Sources.Any(source => !FieldRules.IsOfWholeBuilding(source)) || HasValue(mapped, rule.Column.Name))
            .ToList();
        var written = rules.Select(rule => rule.Column.Name).ToHashSet();
        foreach (var name in new[] { "floor_area_origin", "land_use_system" }.Where(name => !written.Contains(name)))
        {
            if (mapped.Layer.Column(name) is { } column && Enumerable.Range(0, column.Count).Select(column.TextOf).FirstOrDefault(word => word.Length > 0) is { } word)
            {
                rules.Add(new FieldRule(CityColumn.Find(preset.Layer, name)!, 0) { Constant = word });
            }
        }

        return rules;
    }

    private static bool HasValue(MappedLayer mapped, string name) =>
        mapped.Layer.Column(name) is { } column && Enumerable.Range(0, column.Count).Any(row => column.TextOf(row).Length > 0);
}
