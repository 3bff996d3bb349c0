using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Numbers as people write them: full-width digits, thousands separated, dates where a year is wanted.</summary>
internal static class NumberText
{
    /// <summary>The number; NaN where the text is none.</summary>
    public static double Parse(string text) =>
        double.TryParse(Narrow(text), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : double.NaN;

    /// <summary>The year of a year, of a date with separators, or of eight digits; NaN where the text is none of these.</summary>
    public static double ParseYear(string text)
    {
        var narrow = Narrow(text).TrimEnd('年');
        var digits = 0;
        while (digits < narrow.Length && char.IsAsciiDigit(narrow[digits]))
        {
            digits++;
        }

        var isDate = digits == 4 && narrow.Length > 4 && narrow[4] is '-' or '/' or '.' or '年' && narrow.Length >= 7;
        return isDate || (digits == 8 && narrow.Length == 8) ? Parse(narrow[..4]) : Parse(narrow);
    }

    private static string Narrow(string text) =>
        new([.. text.Trim().Select(letter => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter)]);
}
