namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>What an office leaves out of a Shapefile.</summary>
/// <param name="Encoding">Encoding of names and texts.</param>
/// <param name="HasProjection">Whether a .prj says the reference system.</param>
/// <param name="SaysEncoding">Whether a .cpg says the encoding.</param>
public sealed record ShapefileHabits(string Encoding = "GBK", bool HasProjection = true, bool SaysEncoding = false);
