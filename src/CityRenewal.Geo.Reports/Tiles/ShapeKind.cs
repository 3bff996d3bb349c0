namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>What the features of a layer are drawn as.</summary>
internal enum ShapeKind : byte
{
    /// <summary>Areas.</summary>
    Polygon,

    /// <summary>Lines.</summary>
    Line,
}
