using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>A table to be written as another program would: nothing is repaired, closed, turned or left out.</summary>
/// <param name="Layer">Name of the table, coordinates and fields.</param>
/// <param name="Forms">Rows that are written in another form than their coordinates say.</param>
public sealed record ForeignLayer(SourceLayer Layer, IReadOnlyDictionary<int, ForeignForm> Forms);
