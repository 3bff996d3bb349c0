namespace CityRenewal.Geo.Overlay;

/// <summary>Fills in what each cell knows: row by row between the steps, then over the cells that edges enter.</summary>
internal sealed class CellPainter
{
    /// <summary>Label of a cell over whose lower left corner no zone lies.</summary>
    public const int NoZone = -2;

    /// <summary>Label of a cell over whose lower left corner several zones lie.</summary>
    public const int SeveralZones = -1;

    private readonly GridFrame _frame;
    private readonly ZoneEdges _edges;
    private readonly int[] _zoneCounts;

    private CellPainter(GridFrame frame, ZoneEdges edges, bool labelled)
    {
        _frame = frame;
        _edges = edges;
        Classes = new byte[frame.Cells];
        Labels = labelled ? new int[frame.Cells] : [];
        Array.Fill(Labels, NoZone);
        _zoneCounts = labelled ? new int[edges.ZoneCount] : [];
    }

    /// <summary>The <see cref="CellClass"/> of each cell, row by row; Inside tells of its lower left corner.</summary>
    public byte[] Classes { get; }

    /// <summary>The one zone over the lower left corner of each cell, or why there is none; empty where not asked for.</summary>
    public int[] Labels { get; }

    /// <summary>Paints all cells.</summary>
    public static CellPainter Of(GridFrame frame, ZoneEdges edges, CellRows entries, GridSteps steps, bool labelled)
    {
        var painter = new CellPainter(frame, edges, labelled);
        for (var row = 0; row < frame.Rows; row++)
        {
            painter.FillBetweenSteps(row, steps);
        }

        for (var row = 0; row < frame.Rows; row++)
        {
            painter.MarkBoundary(row, entries);
        }

        return painter;
    }

    private void FillBetweenSteps(int row, GridSteps steps)
    {
        var classes = Classes.AsSpan(row * _frame.Columns, _frame.Columns);
        int active = 0, sumOfActive = 0;
        for (var step = steps.Rows.RowStart[row]; step < steps.Rows.RowStart[row + 1]; step++)
        {
            if (Labels.Length > 0)
            {
                Switch(steps.Rows.Edge[step], ref active, ref sumOfActive);
            }

            // The cell of a step has its corner left of it: what lies over the line counts from the next cell on.
            var from = steps.Rows.Column[step] + 1;
            var to = step + 1 < steps.Rows.RowStart[row + 1] ? steps.Rows.Column[step + 1] + 1 : from;
            if (steps.After[step] > 0 && to > from)
            {
                var isSingle = steps.After[step] == 1;
                classes[from..to].Fill((byte)(isSingle ? CellClass.Inside : CellClass.Inside | CellClass.Stacked));
            }

            if (active > 0 && to > from)
            {
                Labels.AsSpan((row * _frame.Columns) + from, to - from).Fill(active == 1 ? sumOfActive : SeveralZones);
            }
        }
    }

    // With one active zone, the sum of the active zones' numbers is its number.
    private void Switch(int edge, ref int active, ref int sumOfActive)
    {
        var zone = _edges.Zone[edge];
        var before = _zoneCounts[zone];
        var after = _zoneCounts[zone] = before + GridSteps.SignOf(_edges, edge);
        if ((before == 0) != (after == 0))
        {
            active += before == 0 ? 1 : -1;
            sumOfActive += before == 0 ? zone : -zone;
        }
    }

    private void MarkBoundary(int row, CellRows entries)
    {
        for (var i = entries.RowStart[row]; i < entries.RowStart[row + 1];)
        {
            var column = entries.Column[i];
            var zone = _edges.Zone[entries.Edge[i]];
            var several = false;
            for (; i < entries.RowStart[row + 1] && entries.Column[i] == column; i++)
            {
                several |= _edges.Zone[entries.Edge[i]] != zone;
            }

            ref var cell = ref Classes[(row * _frame.Columns) + column];
            var stacked = _edges.ZoneCount > 1 && (several || MayBeStacked(row, column));
            cell |= (byte)(stacked ? CellClass.Boundary | CellClass.Stacked : CellClass.Boundary);
        }
    }

    // One zone's edges only: the others are over all of the cell or over none of it; a corner without any proves none.
    private bool MayBeStacked(int row, int column) =>
        IsCovered(row, column) && IsCovered(row, column + 1) && IsCovered(row + 1, column) && IsCovered(row + 1, column + 1);

    private bool IsCovered(int row, int column) =>
        row < _frame.Rows && column < _frame.Columns
        && (Classes[(row * _frame.Columns) + column] & (byte)CellClass.Inside) != 0;
}
