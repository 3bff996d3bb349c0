namespace CityRenewal.Geo.Areas;

/// <summary>Parcels that are wanted in the same area or in none.</summary>
/// <param name="Parcels">Their ids, two or more.</param>
/// <param name="Price">What each of them costs that an area leaves out while it holds another, m² of benefit.</param>
public sealed record LinkPrice(IReadOnlyList<string> Parcels, double Price);
