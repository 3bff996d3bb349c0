namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Whole numbers below a thousand in Chinese characters: 六, 十二, 二十三, 一百零五.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number; null where the text is none.</summary>
    public static int? Of(string text)
    {
        if (text.Length == 0 || text.Length > 6)
        {
            return null;
        }

        int total = 0, digit = -1;
        foreach (var letter in text)
        {
            if (letter is '十' or '百')
            {
                total += (digit < 0 ? 1 : digit) * (letter == '百' ? 100 : 10);
                digit = -1;
            }
            else if (DigitOf(letter) is { } value && digit <= 0)
            {
                digit = value;
            }
            else
            {
                return null;
            }
        }

        return total + Math.Max(digit, 0);
    }

    /// <summary>The text with every whole number in Chinese characters written in digits.</summary>
    public static string ToDigits(string text)
    {
        var parts = new System.Text.StringBuilder();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start;
            while (end < text.Length && IsNumeral(text[end]))
            {
                end++;
            }

            if (end == start || Of(text[start..end]) is not { } number)
            {
                end = Math.Max(end, start + 1);
                parts.Append(text, start, end - start);
            }
            else
            {
                parts.Append(number);
            }
        }

        return parts.ToString();
    }

    private static bool IsNumeral(char letter) => letter is '十' or '百' || DigitOf(letter) is not null;

    private static int? DigitOf(char letter) =>
        letter is '两' or '二' ? 2 : Digits.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var value ? value : null;
}
