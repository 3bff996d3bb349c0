using System.Globalization;

namespace CityRenewal.Geo.Reasons;

/// <summary>A sentence in both languages.</summary>
/// <param name="Text">In English.</param>
/// <param name="TextChinese">In Chinese.</param>
public sealed record ReasonText(string Text, string TextChinese)
{
    /// <summary>A sentence with numbers, written the same everywhere.</summary>
    internal static ReasonText Of(FormattableString text, FormattableString chinese) =>
        new(text.ToString(CultureInfo.InvariantCulture), chinese.ToString(CultureInfo.InvariantCulture));
}
