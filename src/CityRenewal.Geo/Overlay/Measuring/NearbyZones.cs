using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// What a grid knows around one polygon: which zones lie over the start of the lower line of its cells, where that changes
/// along the line, and every zone line above it. From these three follows what lies over each point of the polygon.
/// One per thread.
/// </summary>
internal sealed class NearbyZones(AreaGrid grid)
{
    private readonly int[] _seen = new int[grid.Edges.Count];
    private ZoneLine[] _lines = new ZoneLine[64];
    private ZoneStep[] _steps = new ZoneStep[16];
    private int _lineCount;
    private int _stepCount;
    private int _mark;
    private int _row;
    private int _firstStep;
    private Vector128<int> _lowest;
    private Vector128<int> _highest;

    /// <summary>Height of the lower line relative to the polygon's origin.</summary>
    public double LowerLine { get; private set; }

    /// <summary>Number of zones over the start of the lower line.</summary>
    public int ZonesBelow { get; private set; }

    /// <summary>
    /// Whether a zone line reaches into the polygon's box. Where none does, the zones over its corner lie over all of it.
    /// </summary>
    public bool ReachIn { get; private set; }

    /// <summary>The zone lines that matter.</summary>
    public ReadOnlySpan<ZoneLine> Lines => _lines.AsSpan(0, _lineCount);

    /// <summary>The changes along the lower line.</summary>
    public ReadOnlySpan<ZoneStep> Steps => _steps.AsSpan(0, _stepCount);

    /// <summary>Collects what lies around a polygon in the cells of its box.</summary>
    public void Gather(PolygonEdges polygon, in CellRange range)
    {
        _row = range.FirstRow;
        LowerLine = grid.Frame.FirstYOf(_row) - polygon.OriginY - 0.5;
        var reach = polygon.Reach;
        _lowest = Vector128.Create(reach.MinX + 1, (int)grid.Frame.FirstYOf(_row), int.MinValue, int.MinValue);
        _highest = Vector128.Create(reach.MaxX - 1, reach.MaxY - 1, int.MaxValue, int.MaxValue);
        GatherSteps(polygon, range);
        _lineCount = 0;
        ReachIn = false;
        _mark++;
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            GatherRow(polygon, row, range);
        }
    }

    /// <summary>Number of zones over the lower left corner of the polygon's box.</summary>
    public int ZonesOverCorner(PolygonEdges polygon)
    {
        var zones = ZonesBelow;
        foreach (ref readonly var step in Steps)
        {
            zones += step.X <= polygon.MinX ? step.Sign : 0;
        }

        foreach (ref readonly var line in Lines)
        {
            zones += line.IsUnderCorner(polygon) ? line.Sign : 0;
        }

        return zones;
    }

    /// <summary>The edges that cross the lower line left of the polygon's cells: what tells which zones lie over its start.</summary>
    public ReadOnlySpan<int> EdgesBefore()
    {
        var steps = grid.Steps.Rows;
        return steps.Edge.AsSpan(steps.RowStart[_row], _firstStep - steps.RowStart[_row]);
    }

    private void GatherSteps(PolygonEdges polygon, in CellRange range)
    {
        var steps = grid.Steps.Rows;
        _stepCount = 0;
        _firstStep = steps.FirstFrom(_row, range.FirstColumn);
        ZonesBelow = grid.Steps.Before(_row, _firstStep);
        for (var i = _firstStep; i < steps.RowStart[_row + 1] && steps.Column[i] <= range.LastColumn; i++)
        {
            if (_stepCount == _steps.Length)
            {
                Array.Resize(ref _steps, _stepCount * 2);
            }

            ref readonly var edge = ref grid.Edges.Edges[steps.Edge[i]];
            var x = ZoneLine.CrossingOf(edge, polygon, LowerLine);
            _steps[_stepCount++] = new ZoneStep(x, edge.StepSign, grid.Edges.Zones[steps.Edge[i]]);
        }
    }

    private void GatherRow(PolygonEdges polygon, int row, in CellRange range)
    {
        var edges = grid.Edges.Edges;
        Vector128<int> lowest = _lowest, highest = _highest;
        int first = grid.Entries.FirstFrom(row, range.FirstColumn), end = grid.Entries.RowStart[row + 1];
        var columns = grid.Entries.Column.AsSpan(first, end - first);
        var numbers = grid.Entries.Edge.AsSpan(first, end - first);
        for (var i = 0; i < columns.Length && columns[i] <= range.LastColumn; i++)
        {
            // An edge is met in every cell it enters; only the first meeting counts.
            ref readonly var edge = ref edges[numbers[i]];
            ref var seen = ref _seen[numbers[i]];
            if (IsFar(edge, lowest, highest) || seen == _mark)
            {
                continue;
            }

            seen = _mark;
            AddLine(edge, numbers[i], polygon);
        }
    }

    private void AddLine(in ZoneEdge edge, int number, PolygonEdges polygon)
    {
        if (edge.IsUpright)
        {
            ReachIn |= IsUprightIn(edge, polygon);
            return;
        }

        if (_lineCount == _lines.Length)
        {
            Array.Resize(ref _lines, _lineCount * 2);
        }

        if (ZoneLine.TryOf(edge, grid.Edges.Zones[number], polygon, LowerLine, out _lines[_lineCount]))
        {
            ReachIn |= !_lines[_lineCount++].IsBelow;
        }
    }

    // Left or right of the polygon, above it, or below the lower line of its cells; without branches, as no one can foretell it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFar(in ZoneEdge edge, Vector128<int> lowest, Vector128<int> highest)
    {
        var ends = Unsafe.As<ZoneEdge, Vector128<int>>(ref Unsafe.AsRef(in edge));
        var turned = Vector128.Shuffle(ends, Vector128.Create(2, 3, 0, 1));
        return (Vector128.LessThan(Vector128.Max(ends, turned), lowest)
            | Vector128.GreaterThan(Vector128.Min(ends, turned), highest)) != Vector128<int>.Zero;
    }

    // No area lies under an upright edge, but it parts the box.
    private static bool IsUprightIn(in ZoneEdge edge, PolygonEdges polygon)
    {
        var x = (double)edge.Ax - polygon.OriginX;
        double ay = (double)edge.Ay - polygon.OriginY, by = (double)edge.By - polygon.OriginY;
        return x > polygon.MinX && x < polygon.MaxX
            && Math.Max(ay, by) > polygon.MinY && Math.Min(ay, by) < polygon.MaxY;
    }
}
