namespace CityRenewal.Geo.Areas;

/// <summary>A kind of barrier that an area may cross, and what that costs.</summary>
/// <param name="Kind">The kind: river, railway, expressway, arterial, water, or another word of the layer.</param>
/// <param name="Price">What each pair of parcels across it that lies in one area costs, m² of benefit; 0 crosses for nothing.</param>
public sealed record CrossingPrice(string Kind, double Price);
