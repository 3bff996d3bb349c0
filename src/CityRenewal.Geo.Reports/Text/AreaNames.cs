using System.Globalization;

namespace CityRenewal.Geo.Reports.Text;

/// <summary>A list of areas in few words.</summary>
public static class AreaNames
{
    private const int MostParts = 12;

    /// <summary>The names in their order; three or more numbered one after the other become a run, and a long list is cut.</summary>
    public static string Of(IReadOnlyList<string> names)
    {
        var parts = new List<string>();
        for (int start = 0, end; start < names.Count; start = end)
        {
            end = start + 1;
            while (end < names.Count && Follows(names[end - 1], names[end]))
            {
                end++;
            }

            if (end - start >= 3)
            {
                parts.Add($"{names[start]}–{names[end - 1]}");
            }
            else
            {
                end = start + 1;
                parts.Add(names[start]);
            }
        }

        return parts.Count <= MostParts
            ? string.Join(", ", parts)
            : $"{string.Join(", ", parts.Take(MostParts))} … (共 {names.Count} in all)";
    }

    private static bool Follows(string one, string next) =>
        one.Length > 1 && next.Length > 1 && one[0] == next[0]
        && int.TryParse(one.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(next.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var other)
        && other == number + 1;
}
