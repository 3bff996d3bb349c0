using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>One feature of a tile as a reader sees it; its shape in units of the tile, y to the south.</summary>
internal sealed record ReadFeature(string Layer, long Id, IReadOnlyDictionary<string, object> Attributes, Geometry Shape);
