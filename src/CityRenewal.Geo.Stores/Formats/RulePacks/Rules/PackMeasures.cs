using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The units of measures in the words of rules.</summary>
internal static class PackMeasures
{
    // The area of an outline bears another name among the measures of shapes.
    private static readonly Dictionary<string, MeasureUnit> Units = AreaMeasures.Names
        .Concat(ShapeSelection.All.Measures.Select(MeasureNames.Of))
        .DistinctBy(name => name.Wire)
        .ToDictionary(name => name.Wire, name => name.Unit);

    /// <summary>The unit of a measure that a rule can be about.</summary>
    public static RuleUnit UnitOf(string measure) => Units[measure] switch
    {
        MeasureUnit.Count => RuleUnit.Count,
        MeasureUnit.Metre => RuleUnit.Metre,
        MeasureUnit.SquareMetre => RuleUnit.SquareMetre,
        MeasureUnit.Year => RuleUnit.Year,
        MeasureUnit.PerHectare => RuleUnit.PerHectare,
        _ => RuleUnit.Ratio,
    };
}
