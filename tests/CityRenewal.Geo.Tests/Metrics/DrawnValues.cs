using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>Measures of drawn outlines.</summary>
internal static partial class Drawn
{
    public static double Value(ShapeMeasure measure, Outline outline) =>
        ShapeFormula.All[(int)measure].Of(outline).Value!.Value;
}
