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
        GatherSteps(polygon, range);
        _lineCount = 0;
        ReachIn = false;
        _mark++;
        var entries = grid.Entries;
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var i = entries.FirstFrom(row, range.FirstColumn);
                 i < entries.RowStart[row + 1] && entries.Column[i] <= range.LastColumn;
                 i++)
            {
                AddLine(entries.Edge[i], polygon);
            }
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

            var edge = steps.Edge[i];
            var x = ZoneLine.CrossingOf(grid.Edges, edge, polygon, LowerLine);
            _steps[_stepCount++] = new ZoneStep(x, GridSteps.SignOf(grid.Edges, edge), grid.Edges.Zone[edge]);
        }
    }

    // An edge is met in every cell it enters; only the first meeting counts.
    private void AddLine(int edge, PolygonEdges polygon)
    {
        if (_seen[edge] == _mark)
        {
            return;
        }

        _seen[edge] = _mark;
        if (_lineCount == _lines.Length)
        {
            Array.Resize(ref _lines, _lineCount * 2);
        }

        if (ZoneLine.TryOf(grid.Edges, edge, polygon, LowerLine, out _lines[_lineCount]))
        {
            ReachIn |= !_lines[_lineCount++].IsBelow;
        }
        else if (grid.Edges.Ax[edge] == grid.Edges.Bx[edge])
        {
            ReachIn |= IsUprightIn(edge, polygon);
        }
    }

    // No area lies under an upright edge, but it parts the box.
    private bool IsUprightIn(int edge, PolygonEdges polygon)
    {
        var x = (double)grid.Edges.Ax[edge] - polygon.OriginX;
        double ay = (double)grid.Edges.Ay[edge] - polygon.OriginY, by = (double)grid.Edges.By[edge] - polygon.OriginY;
        return x > polygon.MinX && x < polygon.MaxX
            && Math.Max(ay, by) > polygon.MinY && Math.Min(ay, by) < polygon.MaxY;
    }
}
