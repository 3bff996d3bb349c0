namespace CityRenewal.Geo.Contiguity;

/// <summary>A short straight piece of a barrier's centre line, grid units.</summary>
internal readonly record struct BarrierPiece(double FromX, double FromY, double ToX, double ToY, byte Kind);
