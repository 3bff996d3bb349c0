using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>Finds placeholders in a text: {{city.name}}, {{each areas}}, {{end}}.</summary>
internal static partial class Placeholder
{
    /// <summary>All of them, from left to right.</summary>
    public static IReadOnlyList<(int Start, int Length, string Name)> In(string text) =>
        [.. Pattern().Matches(text).Select(match => (match.Index, match.Length, match.Groups[1].Value))];

    /// <summary>The list that a text begins to repeat for; null where it is no such mark.</summary>
    public static string? Each(string text) => EachPattern().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Whether a text ends what is repeated.</summary>
    public static bool IsEnd(string text) => EndPattern().IsMatch(text);

    /// <summary>The names of lists in a text whose items are not those of the scope already.</summary>
    public static IReadOnlyList<string> ListsIn(string text, FieldScope scope) =>
    [
        .. In(text).Select(found => found.Name).Where(name => scope.Value(name) is null).Select(name => name.Split('.')[0])
            .Where(word => scope.List(word) is not null).Distinct(),
    ];

    /// <summary>The text with its placeholders filled.</summary>
    public static string Fill(string text, FieldScope scope) =>
        Pattern().Replace(text, match => scope.Value(match.Groups[1].Value)?.Text ?? match.Value);

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^\s*\{\{\s*each\s+([^{}\s]+)\s*\}\}\s*$")]
    private static partial Regex EachPattern();

    [GeneratedRegex(@"^\s*\{\{\s*end\s*\}\}\s*$")]
    private static partial Regex EndPattern();
}
