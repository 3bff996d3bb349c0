namespace CityRenewal.Geo.Cities;

/// <summary>A sheet of a layer on the grid.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Epsg">Reference system that it came in.</param>
/// <param name="Rows">Its features.</param>
internal sealed record SnappedSheet(string Layer, int Epsg, SnappedLayer Rows);
