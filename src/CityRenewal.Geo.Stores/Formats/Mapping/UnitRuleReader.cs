using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the unit of a column: a unit, or a field that tells it with the unit of each of its words.</summary>
internal static class UnitRuleReader
{
    public static UnitRule? Read(YamlNode node, CityColumn column, MappingProblems problems)
    {
        var units = MeasureUnits.Of(column);
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

    private static double Factor(YamlNode node, IReadOnlyDictionary<string, double> units, MappingProblems problems)
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
