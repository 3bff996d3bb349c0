using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>A run of features on the grid, in the order of delivery.</summary>
/// <param name="Rings">Their rings, paths or points.</param>
/// <param name="Places">Per feature the place of its box centre along the Hilbert curve; the last place of all where it has no shape.</param>
/// <param name="Defects">What could not be taken as delivered.</param>
internal sealed record SnappedChunk(GrowingRings Rings, ulong[] Places, List<Defect> Defects);
