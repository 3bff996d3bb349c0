namespace CityRenewal.Geo.Comparison;

/// <summary>Land of a parcel that belongs to an area.</summary>
/// <param name="Parcel">Row of the parcel in the city that is compared on.</param>
/// <param name="AreaM2">How much of it, m².</param>
public readonly record struct LandShare(int Parcel, double AreaM2);
