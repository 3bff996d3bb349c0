using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Numbers written with digits and one point at most: nearly all, and what they mean needs no rule.</summary>
internal static class PlainDecimal
{
    private const int MostDigits = 30;

    /// <summary>The number; false where the text is written in any other way.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out double number)
    {
        number = double.NaN;
        if (utf8.IsEmpty || utf8.Length > MostDigits || !char.IsAsciiDigit((char)utf8[0]))
        {
            return false;
        }

        var points = 0;
        foreach (var letter in utf8)
        {
            points += letter == (byte)'.' ? 1 : 0;
            if (letter != (byte)'.' && !char.IsAsciiDigit((char)letter))
            {
                return false;
            }
        }

        return points <= 1 && double.TryParse(utf8, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
