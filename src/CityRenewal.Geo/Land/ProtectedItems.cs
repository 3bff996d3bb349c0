using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// Historic and traditional-style buildings, immovable relics, old and famous trees: what is never demolished or felled.
/// An item is an outline, or a point where its outline has no ring. Rows are sorted by id.
/// </summary>
public sealed class ProtectedItems
{
    /// <summary>A layer without items.</summary>
    public static readonly ProtectedItems Empty = new()
    {
        Ids = TextColumn.Missing(0),
        Kinds = CodeColumn.Unknown(0),
        Names = TextColumn.Missing(0),
        BuildingIds = TextColumn.Missing(0),
        Shapes = PolygonColumns.Empty,
        PointsX = [],
        PointsY = [],
    };

    /// <summary>Ids as given in the input.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>historic_building, traditional_building, immovable_relic, old_tree; or the grade as given.</summary>
    public required CodeColumn Kinds { get; init; }

    /// <summary>Names as given.</summary>
    public required TextColumn Names { get; init; }

    /// <summary>The building an item says it is; empty where it says none.</summary>
    public required TextColumn BuildingIds { get; init; }

    /// <summary>Outlines; a point item has none.</summary>
    public required PolygonColumns Shapes { get; init; }

    /// <summary>East of the item's point (of its box centre where it has an outline), grid units.</summary>
    public required int[] PointsX { private get; init; }

    /// <summary>North of the item's point, grid units.</summary>
    public required int[] PointsY { private get; init; }

    /// <summary>Number of items.</summary>
    public int Count => Shapes.Count;

    /// <inheritdoc cref="PointsX"/>
    public ReadOnlySpan<int> PointX => PointsX;

    /// <inheritdoc cref="PointsY"/>
    public ReadOnlySpan<int> PointY => PointsY;
}
