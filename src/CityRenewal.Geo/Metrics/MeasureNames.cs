namespace CityRenewal.Geo.Metrics;

/// <summary>The one list of measure names: what tables, JSON, layers and calls say is looked up here.</summary>
public static class MeasureNames
{
    /// <summary>The field that names the outline or area.</summary>
    public const string Id = "id";

    /// <summary>What is put after a measure's name for the reason why it has no value.</summary>
    public const string WhyNotSuffix = "_why_not";

    /// <summary>What is put after a measure's name for the half width of its interval.</summary>
    public const string ErrorSuffix = "_error";

    /// <summary>The name of a measure of shape.</summary>
    public static MeasureName Of(ShapeMeasure measure) => ShapeFormula.All[(int)measure].Name;

    /// <summary>The measure of shape with this wire name; null where there is none.</summary>
    public static ShapeMeasure? TryShape(string wire) =>
        ShapeFormula.All.FirstOrDefault(formula => formula.Name.Wire == wire)?.Measure;
}
