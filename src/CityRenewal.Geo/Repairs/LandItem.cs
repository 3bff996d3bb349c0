namespace CityRenewal.Geo.Repairs;

/// <summary>Parcels that change sides together.</summary>
/// <param name="Parcels">Their rows, ascending.</param>
/// <param name="IsIn">Whether they come in; else they go out.</param>
/// <param name="Land">Their land, 0.0001 m².</param>
/// <param name="Way">The least land that has to come in before they hang together with the area, 0.0001 m².</param>
internal sealed record LandItem(int[] Parcels, bool IsIn, long Land, long Way);
