using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>A layer as another program wrote it, defects and all; names and columns are those of that program.</summary>
/// <param name="Layer">Coordinates and attributes; row r is feature r + 1.</param>
/// <param name="Odd">Rows whose geometry is written in another form than their coordinates say.</param>
public sealed record DirtyLayer(SourceLayer Layer, IReadOnlyDictionary<int, OddForm> Odd);
