namespace CityRenewal.Geo.Metrics;

/// <summary>What a measure is called, everywhere.</summary>
/// <param name="Wire">The field of tables, JSON and layers: snake_case, with the unit where there is one.</param>
/// <param name="Chinese">What a planner reads.</param>
/// <param name="Unit">The unit of its values.</param>
public sealed record MeasureName(string Wire, string Chinese, MeasureUnit Unit = MeasureUnit.Ratio);
