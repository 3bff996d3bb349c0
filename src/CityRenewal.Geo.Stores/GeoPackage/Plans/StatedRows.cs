using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>What was stated of the areas of a plan, as its table of parameters keeps it: no row where nothing was.</summary>
internal static class StatedRows
{
    private const string Number = "stated_number.";
    private const string Documents = "stated_documents";

    public static IEnumerable<IReadOnlyList<string?>> Of(StatedFacts stated) =>
    [
        .. stated.Numbers.OrderBy(number => number.Key, StringComparer.Ordinal)
            .Select(number => (IReadOnlyList<string?>)[Number + number.Key, number.Value.ToString("R", CultureInfo.InvariantCulture), null]),
        .. stated.Documents is { } documents ? (IEnumerable<IReadOnlyList<string?>>)[[Documents, string.Join(";", documents.Order(StringComparer.Ordinal)), null]] : [],
    ];

    /// <summary>What the parameters of a plan say was stated.</summary>
    public static StatedFacts From(IReadOnlyDictionary<string, string> said)
    {
        var numbers = said.Where(one => one.Key.StartsWith(Number, StringComparison.Ordinal)).ToDictionary(
            one => one.Key[Number.Length..], one => double.Parse(one.Value, NumberStyles.Float, CultureInfo.InvariantCulture));
        string[]? documents = said.TryGetValue(Documents, out var text) ? text.Split(';', StringSplitOptions.RemoveEmptyEntries) : null;
        return numbers.Count == 0 && documents is null ? StatedFacts.None : new StatedFacts { Numbers = numbers, Documents = documents };
    }
}
