using System.Globalization;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Storeys as people write them: 6层, 六层, 6F, 6+1 (a top storey on six: seven), 地上6层地下1层, 6/-1, -1 (below ground only).
/// 3~5层 allows several values and is unknown.
/// </summary>
internal static partial class StoreyText
{
    /// <summary>The storeys above ground that a text says.</summary>
    public static Reading Above(string written)
    {
        var narrow = WrittenText.Narrow(written);
        if (Whole(narrow) is { } plain)
        {
            return plain >= 0
                ? narrow == written.Trim() ? Reading.Literal(plain) : Reading.By("full-width digits", plain)
                : Reading.By("a negative number is storeys below ground only", 0);
        }

        if (WrittenText.SaysUnknown(narrow))
        {
            return Reading.SaidUnknown;
        }

        var text = ChineseNumber.ToDigits(narrow);
        if (Interval().IsMatch(text))
        {
            return Reading.Interval;
        }

        return TopStorey().Match(text) is { Success: true } top ? Reading.By("a top storey counted in", Of(top, "n") + TopStoreys(top))
            : Both().Match(text) is { Success: true } both ? Reading.By("storeys above and below ground", Of(both, "n"))
            : BelowOnly().IsMatch(text) ? Reading.By("storeys below ground only", 0)
            : Storeys().Match(text) is { Success: true } single ? Reading.By("the number before the word for storeys", Of(single, "n"))
            : Reading.Unreadable;
    }

    /// <summary>
    /// The storeys below ground that a text about the whole building says; a text that says nothing of them leaves them
    /// unknown, for they are not zero.
    /// </summary>
    public static Reading BelowInWhole(string written)
    {
        var text = ChineseNumber.ToDigits(WrittenText.Narrow(written));
        var below = Both().Match(text) is { Success: true } both ? both
            : BelowOnly().Match(text) is { Success: true } only ? only
            : null;
        if (Whole(text) is < 0 and var negative)
        {
            return Reading.By("a negative number is storeys below ground", -negative);
        }

        return below is null ? new Reading(ReadingKind.Literal, double.NaN, "") : Reading.By("storeys above and below ground", Of(below, "b"));
    }

    /// <summary>The storeys below ground that a field of their own says; a minus sign only repeats that they are below.</summary>
    public static Reading Below(string written)
    {
        var narrow = WrittenText.Narrow(written);
        return Whole(narrow) is { } plain
            ? plain >= 0 ? Reading.Literal(plain) : Reading.By("a negative number is storeys below ground", -plain)
            : WrittenText.SaysUnknown(narrow) ? Reading.SaidUnknown
            : BelowInWhole(written) is { Kind: ReadingKind.Understood } below ? below
            : Storeys().Match(ChineseNumber.ToDigits(narrow)) is { Success: true } single
                ? Reading.By("the number before the word for storeys", Of(single, "n"))
                : Reading.Unreadable;
    }

    /// <summary>The storey that a part is: 3, 三层, -1, 负一层, B1; never 0.</summary>
    public static Reading Level(string written)
    {
        var text = ChineseNumber.ToDigits(WrittenText.Narrow(written)).Replace("第", "", StringComparison.Ordinal);
        return Whole(text) is { } plain ? Reading.Literal(plain)
            : WrittenText.SaysUnknown(text) ? Reading.SaidUnknown
            : BelowOnly().Match(text) is { Success: true } below ? Reading.By("a storey below ground", -Of(below, "b"))
            : Storeys().Match(text) is { Success: true } single ? Reading.By("the number before the word for storeys", Of(single, "n"))
            : Reading.Unreadable;
    }

    private static int? Whole(string text) =>
        WrittenText.PlainNumber(text) is { } number && number == Math.Floor(number) && Math.Abs(number) < 10_000 ? (int)number : null;

    private static double Of(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double TopStoreys(Match top) => top.Groups["t"].Success ? Of(top, "t") : 1;

    [GeneratedRegex(@"^(地上)?\d{1,3}[层F]?(-|~|至|到|、|或)\d{1,3}[层F]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Interval();

    [GeneratedRegex(@"^(地上)?(?<n>\d{1,3})[层F]?\+((?<t>\d)[层F]?|跃层?|阁楼?|顶层?|夹层?|局部)$", RegexOptions.IgnoreCase)]
    private static partial Regex TopStorey();

    [GeneratedRegex(@"^(地上|地面)?(?<n>\d{1,3})[层F]?[,;、/+(]*(地下|-|负|B|D)(?<b>\d{1,2})[层F]?\)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"^(地下|负|B)(?<b>\d{1,2})[层F]?$", RegexOptions.IgnoreCase)]
    private static partial Regex BelowOnly();

    [GeneratedRegex(@"^(约|共|地上|地面)?F?(?<n>\d{1,3})(层楼|层|楼|F)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Storeys();
}
