namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The rules of a mapping that apply to a delivered layer.</summary>
internal static class FieldRules
{
    private static readonly string[] BelowGround = ["地下", "DX", "below", "basement"];

    /// <summary>All rules of a mapping; those of a preset whose fields are there, and fields that bear the name of a column.</summary>
    public static IReadOnlyList<FieldRule> Of(LayerMapping mapping, DeliveredLayer delivered)
    {
        if (!mapping.IsPreset)
        {
            return mapping.Fields;
        }

        var present = mapping.Fields.Where(rule => IsPresent(rule, delivered)).Select(rule => OfOneSystem(rule, delivered)).ToList();
        var same = delivered.Columns.Select(column => CityColumn.Find(mapping.Layer, column.Name.ToLowerInvariant()))
            .OfType<CityColumn>()
            .Where(column => present.All(rule => rule.Column.Name != column.Name))
            .Select(column => new FieldRule(column, 0)
            {
                Sources = [column.Name], IsPreset = true, IsZeroUnknown = mapping.Fields.Select(rule => rule.IsZeroUnknown).FirstOrDefault(),
            });
        return [.. present, .. same];
    }

    /// <summary>Whether a field about storeys speaks of the whole building and not only of what lies below ground.</summary>
    public static bool IsOfWholeBuilding(string field) =>
        !BelowGround.Any(word => field.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsPresent(FieldRule rule, DeliveredLayer delivered) =>
        rule.Constant is not null || rule.Sources.Any(source => delivered.Field(source) is not null);

    // Codes of two fields may be of two systems: rows must not take theirs from either.
    private static FieldRule OfOneSystem(FieldRule rule, DeliveredLayer delivered) => rule.Column.Name != "land_use"
        ? rule
        : rule with { Sources = [.. rule.Sources.Where(source => delivered.Field(source) is not null).Take(1)] };
}
