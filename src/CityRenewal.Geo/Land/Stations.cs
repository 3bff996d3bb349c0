using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// Stations 轨道站点 of metro, light rail and railway, that rules measure distances to: points, or outlines of station buildings and
/// their entrances. Rows are sorted by id.
/// </summary>
public sealed class Stations
{
    /// <summary>A layer without stations.</summary>
    public static readonly Stations Empty = new()
    {
        Ids = TextColumn.Missing(0), Kinds = CodeColumn.Unknown(0), Names = TextColumn.Missing(0), Shapes = PolygonColumns.Empty, PointsX = [], PointsY = [],
    };

    /// <summary>Ids as given in the input.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Kinds as given: metro, light_rail, railway; empty where not said.</summary>
    public required CodeColumn Kinds { get; init; }

    /// <summary>Names as given.</summary>
    public required TextColumn Names { get; init; }

    /// <summary>Outlines; a point has none.</summary>
    public required PolygonColumns Shapes { get; init; }

    /// <summary>East of the station's point (of its box centre where it has an outline), grid units.</summary>
    public required int[] PointsX { private get; init; }

    /// <summary>North of the station's point, grid units.</summary>
    public required int[] PointsY { private get; init; }

    /// <summary>Number of stations.</summary>
    public int Count => Shapes.Count;

    /// <inheritdoc cref="PointsX"/>
    public ReadOnlySpan<int> PointX => PointsX;

    /// <inheritdoc cref="PointsY"/>
    public ReadOnlySpan<int> PointY => PointsY;
}
