using System.Globalization;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Texts as people type them: full-width letters, blanks, dashes of many kinds, words for "nobody knows".</summary>
internal static partial class WrittenText
{
    private static readonly HashSet<string> UnknownWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "不详", "未知", "不明", "不清", "不清楚", "未填", "未填写", "待查", "待核实", "待定", "未调查", "未鉴定", "未测", "缺失", "空", "无", "无数据", "暂无",
        "-", "--", "---", "/", "\\", "?", "??", "*", "null", "<null>", "none", "nil", "n/a", "na", "#n/a", "nan", "unknown", "tbd",
    };

    /// <summary>The text in half-width letters without blanks, every dash a hyphen and every wave a tilde.</summary>
    public static string Narrow(string text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && letter is not '\u3000')
            {
                letters[count++] = Narrow(letter);
            }
        }

        return new string(letters, 0, count);
    }

    /// <summary>Whether the text says that the value is unknown.</summary>
    public static bool SaysUnknown(string narrow) => UnknownWords.Contains(narrow);

    /// <summary>A plain number; thousands are separated in groups of three or not at all.</summary>
    public static double? PlainNumber(string narrow) =>
        Number().IsMatch(narrow)
            && double.TryParse(narrow.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;

    private static char Narrow(char letter) => letter switch
    {
        >= '！' and <= '～' => (char)(letter - '！' + '!'),
        '〜' or '∼' => '~',
        '–' or '—' or '―' or '−' => '-',
        '〇' or '○' => '零',
        _ => letter,
    };

    [GeneratedRegex(@"^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?([eE][+-]?\d+)?$(?<=\d\.?)")]
    private static partial Regex Number();
}
