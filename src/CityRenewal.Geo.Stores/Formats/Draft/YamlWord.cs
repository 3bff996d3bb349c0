using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes words so that YAML reads them back as they are.</summary>
internal static partial class YamlWord
{
    /// <summary>The word, in quotes where it needs them.</summary>
    public static string Of(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Several words; one alone without brackets.</summary>
    public static string Of(IReadOnlyList<string> words) => words.Count == 1 ? Of(words[0]) : $"[{string.Join(", ", words.Select(Of))}]";

    [GeneratedRegex(@"^(?!(?:null|true|false|yes|no|on|off|y|n)$)[\p{L}\p{N}_][\p{L}\p{N}_.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
