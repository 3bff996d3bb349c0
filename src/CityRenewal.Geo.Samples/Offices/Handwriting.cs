using System.Globalization;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>
/// How people write what the city keeps as a number or a word, and what can be read from it: a decade says only that a
/// house is no younger than its last year, an interval says nothing certain.
/// </summary>
internal static class Handwriting
{
    private const string Numerals = "零一二三四五六七八九";

    /// <summary>A text, and what it means; null where nobody can know.</summary>
    internal readonly record struct Note(string? Written, string? Meaning);

    /// <summary>Storeys above ground; a negative number is unknown.</summary>
    public static Note Storeys(int storeys, ref Dice dice)
    {
        var hand = dice.Unit();
        if (storeys <= 0)
        {
            return new(hand switch { < 0.4 => "不详", < 0.7 => "0", _ => null }, null);
        }

        var meaning = Text(storeys);
        return hand switch
        {
            < 0.5 => new(meaning, meaning),
            < 0.64 => new(meaning + "层", meaning),
            < 0.71 => new(FullWidth(meaning), meaning),
            < 0.82 when storeys is > 3 and < 10 => new(Text(storeys - 1) + "+1", meaning),
            < 0.88 when storeys < 100 => new(Chinese(storeys) + "层", meaning),
            < 0.91 => new(meaning + "F", meaning),
            < 0.94 => new($"{meaning}~{Text(storeys + 2)}层", null),
            _ => new(meaning, meaning),
        };
    }

    /// <summary>Year of completion; a negative number is unknown.</summary>
    public static Note Year(int year, ref Dice dice)
    {
        var hand = dice.Unit();
        if (year <= 0)
        {
            return new(hand switch { < 0.5 => "不详", _ => null }, null);
        }

        var (meaning, decade, isOld) = (Text(year), year / 10 * 10, year < 2000);
        return hand switch
        {
            < 0.3 => new($"{meaning}-06-30", meaning),
            < 0.52 => new(meaning, meaning),
            < 0.62 when isOld => new($"{decade}年代", Text(decade + 9)),
            < 0.69 when isOld && year >= 1930 => new($"{Chinese(decade % 100)}年代", Text(decade + 9)),
            < 0.76 => new($"约{meaning}年", meaning),
            < 0.83 => new($"{meaning}年", meaning),
            < 0.88 => new($"{meaning}.09", meaning),
            < 0.92 => new(FullWidth(meaning), meaning),
            < 0.95 when isOld => new($"{meaning}年以前", meaning),
            _ => new(meaning, meaning),
        };
    }

    /// <summary>Danger grade; empty is unknown.</summary>
    public static Note Grade(string grade, ref Dice dice)
    {
        var hand = dice.Between(0, 3);
        if (grade.Length == 0)
        {
            return new(hand == 0 ? "不详" : null, null);
        }

        var number = grade[0] - 'A' + 1;
        return new(hand switch { 0 => grade, 1 => grade + "级", 2 => $"{Numerals[number]}级", _ => $"{"ⅠⅡⅢⅣ"[number - 1]}级" }, grade);
    }

    /// <summary>Floor area; not a number is unknown.</summary>
    public static Note FloorArea(double area, ref Dice dice)
    {
        var hand = dice.Unit();
        if (double.IsNaN(area))
        {
            return new(hand < 0.2 ? "不详" : null, null);
        }

        var plain = area.ToString("0.00", CultureInfo.InvariantCulture);
        var tenThousands = Math.Round(area / 10_000, 4).ToString("0.0000", CultureInfo.InvariantCulture);
        return hand switch
        {
            < 0.06 => new(plain + "㎡", plain),
            < 0.1 => new(area.ToString("#,##0.00", CultureInfo.InvariantCulture), plain),
            < 0.13 => new(tenThousands + "万㎡", (double.Parse(tenThousands, CultureInfo.InvariantCulture) * 10_000).ToString("0.##", CultureInfo.InvariantCulture)),
            _ => new(plain, plain),
        };
    }

    /// <summary>A count; a negative number is unknown.</summary>
    public static Note Count(int count, string unit, ref Dice dice)
    {
        var hand = dice.Unit();
        return count < 0 ? new(hand < 0.1 ? "不详" : null, null)
            : hand < 0.06 ? new(Text(count) + unit, Text(count))
            : new(Text(count), Text(count));
    }

    /// <summary>Whether something is illegal: a yes says not how much of it.</summary>
    public static Note Illegal(double area) =>
        double.IsNaN(area) ? new(null, null) : area > 0 ? new("是", null) : new("否", "0");

    /// <summary>Digits as they stand in Chinese text.</summary>
    public static string FullWidth(string digits) => string.Concat(digits.Select(digit => (char)(digit - '0' + '\uFF10')));

    private static string Chinese(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var head = tens switch { 0 => "", 1 => "十", _ => Numerals[tens] + "十" };
        return head + (ones == 0 && tens > 0 ? "" : Numerals[ones].ToString());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
