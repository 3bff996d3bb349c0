namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A strip by which a parcel reaches over a line that is no wider than the layers are accurate: listed with its size, never
/// counted and never forgotten.
/// </summary>
/// <param name="Parcel">The parcel, as a row of the city.</param>
/// <param name="AreaM2">Its area, m².</param>
/// <param name="WidthM">Its mean width, 2 · area / perimeter, metres.</param>
public readonly record struct Encroachment(int Parcel, double AreaM2, double WidthM);
