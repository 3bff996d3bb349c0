namespace CityRenewal.Geo.Overlay;

/// <summary>A floor area with the interval that its origin leaves, m².</summary>
/// <param name="Value">Best value; NaN where unknown.</param>
/// <param name="Low">Lowest value that the origin allows.</param>
/// <param name="High">Highest value that the origin allows.</param>
public readonly record struct FloorArea(double Value, double Low, double High);
