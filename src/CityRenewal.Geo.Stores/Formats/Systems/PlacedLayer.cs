using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer of an import whose reference system is known, and where it lies.</summary>
/// <param name="Name">Layer of the city that it becomes.</param>
/// <param name="File">Name of its file.</param>
/// <param name="Features">Number of its features.</param>
/// <param name="Extent">Degrees; features far from all others do not count.</param>
public sealed record PlacedLayer(string Name, string File, int Features, LonLatBox Extent);
