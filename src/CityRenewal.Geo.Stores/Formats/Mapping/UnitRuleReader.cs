using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the unit of a column: a unit, or a field that tells it with the unit of each of its words.</summary>
internal static class UnitRuleReader
{
    private static readonly Dictionary<string, double> Areas = new()
    {
        ["m2"] = 1, ["㎡"] = 1, ["mu"] = 10_000.0 / 15, ["亩"] = 10_000.0 / 15, ["ha"] = 10_000, ["公顷"] = 10_000,
        ["10000m2"] = 10_000, ["万㎡"] = 10_000, ["km2"] = 1_000_000,
    };

    private static readonly Dictionary<string, double> Lengths = new()
    {
        ["m"] = 1, ["dm"] = 0.1, ["cm"] = 0.01, ["mm"] = 0.001, ["km"] = 1000,
    };

    private static readonly Dictionary<string, double> Ratios = new() { ["ratio"] = 1, ["percent"] = 0.01, ["%"] = 0.01 };

    private static readonly Dictionary<string, double> Counts = new() { ["1"] = 1, ["1000"] = 1000, ["10000"] = 10_000, ["万"] = 10_000 };

    public static UnitRule? Read(YamlNode node, CityColumn column, MappingProblems problems)
    {
        var units = UnitsOf(column);
        if (node is not YamlMappingNode)
        {
            return new UnitRule(Factor(node, units, problems), null, new Dictionary<string, double>());
        }

        var entries = problems.Mapping(node, allowed: null);
        if (!entries.Remove("field", out var field))
        {
            problems.Add(node, "the unit has no `field` that tells it: { field: MJDW, 1: m2, 2: mu, 3: ha }");
            return null;
        }

        var factors = entries.ToDictionary(entry => entry.Key, entry => Factor(entry.Value, units, problems));
        return new UnitRule(double.NaN, problems.Text(field), factors);
    }

    private static Dictionary<string, double> UnitsOf(CityColumn column) =>
        column.Name.EndsWith("_m2", StringComparison.Ordinal) ? Areas
        : column.Name.EndsWith("_m", StringComparison.Ordinal) ? Lengths
        : column.Name is "density_limit" || column.Name.EndsWith("_share", StringComparison.Ordinal) ? Ratios
        : Counts;

    private static double Factor(YamlNode node, Dictionary<string, double> units, MappingProblems problems)
    {
        var unit = problems.Text(node);
        if (units.TryGetValue(unit, out var factor))
        {
            return factor;
        }

        problems.Add(node, $"'{unit}' is no unit here; known are {string.Join(", ", units.Keys)}");
        return double.NaN;
    }
}
