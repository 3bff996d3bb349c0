namespace CityRenewal.Geo.Comparison;

/// <summary>A parcel that belongs to another area, or to one where it belonged to none, or the other way about.</summary>
/// <param name="Parcel">Row of the city.</param>
/// <param name="From">The old area; null where it was in none.</param>
/// <param name="To">The new area; null where it is in none.</param>
public sealed record MovedParcel(int Parcel, ComparedArea? From, ComparedArea? To);
