namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The units that a column may come in, each with its factor to the column's own.</summary>
internal static class MeasureUnits
{
    private const double Mu = 10_000.0 / 15;

    private static readonly Dictionary<string, double> Areas = new(StringComparer.OrdinalIgnoreCase)
    {
        ["m2"] = 1, ["㎡"] = 1, ["m²"] = 1, ["平方米"] = 1, ["平米"] = 1, ["平"] = 1, ["sqm"] = 1,
        ["mu"] = Mu, ["亩"] = Mu, ["市亩"] = Mu, ["ha"] = 10_000, ["公顷"] = 10_000, ["hm2"] = 10_000, ["hm²"] = 10_000,
        ["10000m2"] = 10_000, ["万㎡"] = 10_000, ["万m2"] = 10_000, ["万m²"] = 10_000, ["万平方米"] = 10_000, ["万平"] = 10_000,
        ["km2"] = 1_000_000, ["km²"] = 1_000_000, ["平方公里"] = 1_000_000, ["平方千米"] = 1_000_000,
    };

    private static readonly Dictionary<string, double> Lengths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["m"] = 1, ["米"] = 1, ["dm"] = 0.1, ["cm"] = 0.01, ["厘米"] = 0.01, ["mm"] = 0.001, ["km"] = 1000, ["公里"] = 1000, ["千米"] = 1000,
    };

    private static readonly Dictionary<string, double> Ratios = new() { ["ratio"] = 1, ["percent"] = 0.01, ["%"] = 0.01 };

    private static readonly Dictionary<string, double> Counts = new()
    {
        ["1"] = 1, ["1000"] = 1000, ["10000"] = 10_000, ["万"] = 10_000, ["户"] = 1, ["人"] = 1, ["口"] = 1, ["口人"] = 1, ["万人"] = 10_000, ["万户"] = 10_000,
    };

    // Longer words first, so that 万㎡ is not taken for ㎡.
    private static readonly (string Word, double Factor)[] InNames =
    [
        .. Areas.Where(unit => unit.Key.Any(letter => letter > '\u00ff') && unit.Key != "平")
            .OrderByDescending(unit => unit.Key.Length)
            .ThenBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => (unit.Key, unit.Value)),
    ];

    /// <summary>The units of a column, by the unit in its name.</summary>
    public static IReadOnlyDictionary<string, double> Of(CityColumn column) =>
        IsArea(column) ? Areas
        : column.Name.EndsWith("_m", StringComparison.Ordinal) ? Lengths
        : column.Name is "density_limit" || column.Name.EndsWith("_share", StringComparison.Ordinal) ? Ratios
        : Counts;

    /// <summary>The unit of area that the name of a field tells: 面积(亩), MJ_HA; null where it tells none.</summary>
    public static (string Word, double Factor)? InName(string field, CityColumn column)
    {
        if (!IsArea(column))
        {
            return null;
        }

        foreach (var (word, factor) in InNames)
        {
            if (WrittenText.Narrow(field).Contains(word, StringComparison.Ordinal))
            {
                return (word, factor);
            }
        }

        var ending = field.TrimEnd(')', '）', ']').Split('_', '(', '（', '[')[^1];
        return ending.Length < field.Length && Areas.TryGetValue(ending, out var known) ? (ending, known) : null;
    }

    private static bool IsArea(CityColumn column) => column.Name.EndsWith("_m2", StringComparison.Ordinal);
}
