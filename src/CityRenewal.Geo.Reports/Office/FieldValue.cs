using CityRenewal.Geo.Reports.Maps;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>What stands in the place of a placeholder.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Number">The number itself, for cells of a workbook; null where it is none, or may not be told.</param>
/// <param name="Picture">The map that a Word document shows in its place, made when it is asked for; null for all others.</param>
public readonly record struct FieldValue(string Text, double? Number = null, Func<MapPicture>? Picture = null)
{
    /// <summary>A text.</summary>
    public static implicit operator FieldValue(string text) => new(text);
}
