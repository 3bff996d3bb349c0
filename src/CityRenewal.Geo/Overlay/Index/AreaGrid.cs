using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The index of one set of zones (one layer, or one kind of it): for every cell of some 25 m whether the zones cover it,
/// leave it out, or have an edge in it. Most parcels are settled by their cells alone; for the rest the grid hands over the
/// few edges nearby.
/// </summary>
/// <remarks>After W. R. Franklin's area from edges and the cell index of tg and S2; see src/decisions/012-areas-without-overlay-geometry.md.</remarks>
public sealed class AreaGrid
{
    private readonly CellTiles _tiles;
    private readonly StepLabels? _labels;

    private AreaGrid(GridFrame frame, ZoneEdges edges, CellRows entries, GridSteps steps, CellTiles tiles, StepLabels? labels)
    {
        Frame = frame;
        Edges = edges;
        Entries = entries;
        Steps = steps;
        _tiles = tiles;
        _labels = labels;
    }

    /// <summary>Number of zones in the set.</summary>
    public int ZoneCount => Edges.ZoneCount;

    internal GridFrame Frame { get; }

    internal ZoneEdges Edges { get; }

    internal CellRows Entries { get; }

    internal GridSteps Steps { get; }

    /// <summary>Indexes the union of some zones of a layer.</summary>
    /// <param name="shapes">The layer's outlines.</param>
    /// <param name="zones">Which of them, by row.</param>
    /// <param name="stacks">Where zones of the layer lie upon each other.</param>
    /// <param name="cellUnits">Wanted side of a cell in grid units; rounded to a power of two.</param>
    public static AreaGrid OfUnion(PolygonColumns shapes, ReadOnlySpan<int> zones, ZoneStacks stacks, double cellUnits)
    {
        var edges = ZoneEdges.Of(shapes, zones);
        if (zones.Length > 1)
        {
            edges = edges.WithoutSharedBorders();
        }

        var (frame, entries, steps) = Traced(edges, cellUnits);
        var painter = CellPainter.Of(frame, entries, steps);
        if (zones.Length > 1)
        {
            painter.MarkStacks(stacks.Within(zones), stacks.LargeOf(zones), edges, entries);
        }

        return new AreaGrid(frame, edges, entries, steps, painter.Tiles, labels: null);
    }

    /// <summary>Indexes the union of all zones of a layer.</summary>
    public static AreaGrid OfUnion(PolygonColumns shapes, double cellUnits, OverlayRun run) =>
        OfUnion(shapes, Enumerable.Range(0, shapes.Count).ToArray(), ZoneStacks.Of(shapes, run), cellUnits);

    /// <summary>Indexes some zones of a layer for measuring features in each of them by itself.</summary>
    public static AreaGrid OfZones(PolygonColumns shapes, ReadOnlySpan<int> zones, double cellUnits)
    {
        var edges = ZoneEdges.Of(shapes, zones);
        var (frame, entries, steps) = Traced(edges, cellUnits);
        var tiles = CellPainter.Of(frame, entries, steps).Tiles;
        return new AreaGrid(frame, edges, entries, steps, tiles, StepLabels.Along(steps, edges));
    }

    private static (GridFrame Frame, CellRows Entries, GridSteps Steps) Traced(ZoneEdges edges, double cellUnits)
    {
        var frame = GridFrame.Over(edges.Extent, cellUnits);
        using var trace = EdgeTrace.Of(edges, frame);
        var entries = CellRows.Of(trace.Entries, frame.Rows, frame.Columns);
        var steps = CellRows.Of(trace.Steps, frame.Rows, frame.Columns);
        edges.Renumber(entries, steps);
        return (frame, entries, GridSteps.Of(steps, edges));
    }

    /// <summary>Whether a box lies in the union whole or not at all; Partly where that needs a closer look.</summary>
    internal Coverage CoverageOf(in GridBox box)
    {
        if (box.IsEmpty || !Frame.TryRange(box, out var range))
        {
            return Coverage.None;
        }

        var joined = _tiles.Joined(range, enough: CellClass.Boundary);
        return (joined & CellClass.Boundary) != 0 ? Coverage.Partly
            : (joined & CellClass.Inside) != 0 ? Coverage.Whole
            : Coverage.None;
    }

    /// <summary>The joined classes of a block of cells; without <see cref="CellClass.Boundary"/> all cells are alike.</summary>
    internal CellClass ClassOf(in CellRange range) => _tiles.Joined(range);

    /// <summary>Number of edge entries in a block of cells; an edge counts once per cell.</summary>
    internal int EntriesIn(in CellRange range)
    {
        var count = 0;
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            count += Entries.FirstFrom(row, range.LastColumn + 1) - Entries.FirstFrom(row, range.FirstColumn);
        }

        return count;
    }

    /// <summary>Label of a cell: the one zone over its lower left corner, or why there is none; SeveralZones in a grid of the union.</summary>
    internal int LabelOf(in CellRange range) =>
        _labels?.Of(range.FirstRow, range.FirstColumn) ?? StepLabels.SeveralZones;

    /// <summary>The one zone that covers a whole block of cells; false where that is not so simple.</summary>
    internal bool TryLabel(in CellRange range, CellClass joined, out int zone)
    {
        zone = joined == CellClass.Inside ? LabelOf(range) : StepLabels.NoZone;
        return zone >= 0;
    }

    /// <summary>Whether one zone covers a whole box, or none reaches into it; Partly where that is not so simple.</summary>
    internal Coverage CoverageOf(in GridBox box, out int zone)
    {
        zone = StepLabels.NoZone;
        var coverage = CoverageOf(box);
        return coverage == Coverage.Whole && !(Frame.TryRange(box, out var range) && TryLabel(range, ClassOf(range), out zone))
            ? Coverage.Partly
            : coverage;
    }
}
