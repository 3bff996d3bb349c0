namespace CityRenewal.Geo.Delineation;

/// <summary>Parcels that lie in one area together or in none, or that cost where they are split.</summary>
/// <param name="Parcels">The parcels, ascending.</param>
/// <param name="Price">What each m² that is left out costs, m² of benefit; infinite where the set is never split.</param>
internal sealed record ParcelSet(int[] Parcels, double Price);
