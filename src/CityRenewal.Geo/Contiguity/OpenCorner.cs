namespace CityRenewal.Geo.Contiguity;

/// <summary>A corner of a border of open land and the half-edge that leaves it; -1 where the ring closes.</summary>
internal readonly record struct OpenCorner(int X, int Y, int HalfEdge);
