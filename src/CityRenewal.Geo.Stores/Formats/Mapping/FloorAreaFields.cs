using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What the name of a field says of its floor areas: surveyed as built (SCJZMJ), else registered.</summary>
internal static class FloorAreaFields
{
    /// <summary>The column that says where floor areas come from.</summary>
    public const string Column = "floor_area_origin";

    /// <summary>The origin of each row's floor area, by the field that gave it.</summary>
    public static TextSource Origins(IReadOnlyList<FieldSource> sources, byte[] sourceOfRow)
    {
        var words = sources.Select(source => OriginOf(source.Field.Name)).ToArray();
        return new TextSource(Column, TextColumn.From(sourceOfRow.Select(source => source == byte.MaxValue ? "" : words[source])));
    }

    /// <summary>The origin that the name of a field tells.</summary>
    public static string OriginOf(string field) =>
        field.StartsWith("SC", StringComparison.OrdinalIgnoreCase) || field.Contains("实测", StringComparison.Ordinal) ? "surveyed" : "registered";
}
