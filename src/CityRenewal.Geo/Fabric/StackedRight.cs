namespace CityRenewal.Geo.Fabric;

/// <summary>A right above or under ground, attached to a surface parcel that it lies on.</summary>
/// <param name="Right">Row of the parcel whose right is above or under ground.</param>
/// <param name="Parcel">Row of the surface parcel; -1 where the right lies on no parcel at all.</param>
/// <param name="SharedM2">Area of the right on that parcel, m².</param>
public readonly record struct StackedRight(int Right, int Parcel, double SharedM2);
