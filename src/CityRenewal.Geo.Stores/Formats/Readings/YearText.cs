using System.Globalization;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Years as people write them: dates of every form, 约1985, 1980年代, 80年代, 1985年以前. Where a text allows several years, the
/// latest of them is taken: the building is surely that old, and nobody is told that it is older.
/// </summary>
internal static partial class YearText
{
    private const string Latest = "the latest year that the text allows";

    /// <summary>The year that a text says.</summary>
    public static Reading Read(string written)
    {
        var narrow = WrittenText.Narrow(written);
        return WrittenText.PlainNumber(narrow) is { } number && !Digits8().IsMatch(narrow) && !YearMonth().IsMatch(narrow)
            ? narrow == written.Trim() ? Reading.Literal(number) : Reading.By("full-width digits", number)
            : WrittenText.SaysUnknown(narrow) ? Reading.SaidUnknown
            : InWords(Modern(narrow));
    }

    private static Reading InWords(string text) =>
        Date().Match(text) is { Success: true } date ? Reading.By("a date, cut to its year", YearOf(date))
        : Digits8().Match(text) is { Success: true } digits ? Reading.By("a date, cut to its year", YearOf(digits))
        : YearMonth().Match(text) is { Success: true } month ? Reading.By("a year with its month", YearOf(month))
        : WithWord().Match(text) is { Success: true } year ? Reading.By("the year before the word for years", YearOf(year))
        : About().Match(text) is { Success: true } about ? Reading.By("about that year", YearOf(about))
        : Decade().Match(text) is { Success: true } decade ? OfDecade(decade)
        : Before().Match(text) is { Success: true } before ? Reading.By(Latest, YearOf(before))
        : Between().Match(text) is { Success: true } between ? Reading.By(Latest, LastOf(between))
        : After().IsMatch(text) ? Reading.Interval
        : Reading.Unreadable;

    // 八十年代 as digits; 一九八五年 digit by digit.
    private static string Modern(string text) => ChineseYear().Replace(
        Tens().Replace(text, match => (ChineseNumber.Of(match.Value) ?? 0).ToString(CultureInfo.InvariantCulture)),
        match => string.Concat(match.Value.Select(letter => ChineseNumber.Of(letter.ToString()))));

    // The decade of two digits lies in the last century from 30 on, in this one below 20; 20年代 may be either.
    private static Reading OfDecade(Match match)
    {
        var start = YearOf(match);
        var century = match.Groups["c"].Success ? 1900 : start switch { >= 100 => 0, >= 30 => 1900, < 20 => 2000, _ => -1 };
        return century < 0 ? Reading.Interval : Reading.By(Latest, century + start + LengthOf(match.Groups["p"].Value));
    }

    private static int LengthOf(string partOfDecade) => partOfDecade is "初" or "初期" or "前期" ? 3 : partOfDecade is "中" or "中期" ? 6 : 9;

    private static double LastOf(Match match)
    {
        var last = match.Groups["l"].Value;
        var year = int.Parse(last, CultureInfo.InvariantCulture);
        return last.Length == 2 ? ((int)YearOf(match) / 100 * 100) + year : year;
    }

    private static double YearOf(Match match) => double.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{4})[-/.年](0?[1-9]|1[0-2])([-/.月](\d{1,2}日?)?)?(T?\d{1,2}:.*)?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?<y>(1[6-9]|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$")]
    private static partial Regex Digits8();

    [GeneratedRegex(@"^(?<y>(1[6-9]|20)\d{2})(\.(0?[1-9]|1[0-2])|0[1-9]|1[0-2])$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(建于|建成于)?(?<y>\d{4})年?(建成?|竣工|建造)?$")]
    private static partial Regex WithWord();

    [GeneratedRegex(@"^(约|大约|大概|近|~|≈)(?<y>\d{4})年?(左右|前后)?$|^(?<y>\d{4})年?(左右|前后|\?)$")]
    private static partial Regex About();

    [GeneratedRegex(@"^(约|大约)?((?<c>20世纪|二十世纪|上世纪)?(?<y>[0-9]0)|(?<y>\d{3}0))('?s|年代)(?<p>初|初期|前期|中|中期|后期|末|末期)?$")]
    private static partial Regex Decade();

    [GeneratedRegex(@"^(?<y>\d{4})年?(及)?(以前|之前|前)$")]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<y>\d{4})年?(-|~|至|到|/)(?<l>\d{4}|\d{2})年?$")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<y>\d{4})年?(及)?(以后|之后|后)$")]
    private static partial Regex After();

    [GeneratedRegex("[二三四五六七八九]?十(?=年代)")]
    private static partial Regex Tens();

    [GeneratedRegex("^[一二][零一二三四五六七八九]{3}(?=年|$)")]
    private static partial Regex ChineseYear();
}
