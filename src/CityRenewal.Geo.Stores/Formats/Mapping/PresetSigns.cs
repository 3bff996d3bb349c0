namespace CityRenewal.Geo.Stores.Formats;

/// <summary>How the layer of a preset is recognised. Of fields joined by a bar one is enough.</summary>
/// <param name="Names">Names of the layer or its file; an asterisk stands for any text.</param>
/// <param name="NotNames">Names that mean another layer, though a name of this one is in them.</param>
/// <param name="Has">Fields that a layer of that name must have, for the same abbreviation may mean another layer.</param>
/// <param name="ByFields">Fields that tell the layer whatever its name is; empty where none do.</param>
internal sealed record PresetSigns(
    IReadOnlyList<string> Names, IReadOnlyList<string> NotNames, IReadOnlyList<string> Has, IReadOnlyList<string> ByFields)
{
    /// <summary>Whether one of the names is one of these.</summary>
    public bool FitsName(IReadOnlyList<string> names) =>
        Names.Any(pattern => names.Any(name => LayerMapping.Fits(pattern, name)))
        && !NotNames.Any(pattern => names.Any(name => LayerMapping.Fits(pattern, name)));

    /// <summary>Whether the layer has one field of every group.</summary>
    public static bool HasAll(DeliveredLayer delivered, IReadOnlyList<string> groups) => groups.All(group => FieldOf(delivered, group) is not null);

    /// <summary>The name of the first field of a group that the layer has; null where it has none.</summary>
    public static string? FieldOf(DeliveredLayer delivered, string group) =>
        group.Split('|').Select(delivered.Field).FirstOrDefault(field => field is not null)?.Name;
}
