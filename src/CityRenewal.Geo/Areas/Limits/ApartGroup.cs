namespace CityRenewal.Geo.Areas;

/// <summary>Parcels of which no two lie in one area.</summary>
/// <param name="Parcels">Their ids, two or more.</param>
/// <param name="Price">What each pair that lies in one area costs, m² of benefit; null where that is never allowed.</param>
public sealed record ApartGroup(IReadOnlyList<string> Parcels, double? Price = null);
