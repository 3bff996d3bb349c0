using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Fills in what each cell knows: row by row between the steps, then over the cells that edges enter.</summary>
internal sealed class CellPainter
{
    private readonly GridFrame _frame;

    private CellPainter(GridFrame frame)
    {
        _frame = frame;
        Tiles = new CellTiles(frame);
    }

    /// <summary>What each cell knows.</summary>
    public CellTiles Tiles { get; }

    /// <summary>Paints what lies over the cells and which of them edges enter.</summary>
    public static CellPainter Of(GridFrame frame, CellRows entries, GridSteps steps)
    {
        var painter = new CellPainter(frame);
        painter.PartEntered(entries);
        painter.FillInside(steps);
        painter.MarkBoundary(entries);
        return painter;
    }

    private void PartEntered(CellRows entries)
    {
        for (var row = 0; row < _frame.Rows; row++)
        {
            for (var i = entries.RowStart[row]; i < entries.RowStart[row + 1]; i++)
            {
                Tiles.Part(row, entries.Column[i]);
            }
        }
    }

    // The cell of a step has its corner left of it: what lies over the line counts from the next cell on.
    private void FillInside(GridSteps steps)
    {
        for (var row = 0; row < _frame.Rows; row++)
        {
            for (var step = steps.Rows.RowStart[row]; step + 1 < steps.Rows.RowStart[row + 1]; step++)
            {
                if (steps.After[step] > 0)
                {
                    var inside = steps.After[step] == 1 ? CellClass.Inside : CellClass.Inside | CellClass.Stacked;
                    Tiles.Fill(row, steps.Rows.Column[step] + 1, steps.Rows.Column[step + 1] + 1, inside);
                }
            }
        }
    }

    private void MarkBoundary(CellRows entries)
    {
        for (var row = 0; row < _frame.Rows; row++)
        {
            for (var i = entries.RowStart[row]; i < entries.RowStart[row + 1]; i++)
            {
                Tiles.Add(row, entries.Column[i], CellClass.Boundary);
            }
        }
    }

    /// <summary>
    /// Marks the cells in which zones of a union may lie upon each other: those of the given boxes, and where large zones are
    /// about, boundary cells of a large zone and another, and boundary cells that something covers at all four corners.
    /// </summary>
    public void MarkStacks(List<GridBox> boxes, bool[] isLarge, ZoneEdges edges, CellRows entries)
    {
        foreach (var box in boxes)
        {
            MarkBox(box);
        }

        if (isLarge.Contains(true))
        {
            MarkLarge(isLarge, edges, entries);
        }
    }

    private void MarkLarge(bool[] isLarge, ZoneEdges edges, CellRows entries)
    {
        for (var row = 0; row < _frame.Rows; row++)
        {
            for (var i = entries.RowStart[row]; i < entries.RowStart[row + 1];)
            {
                var (column, zone, several, large) = (entries.Column[i], edges.Zones[entries.Edge[i]], false, false);
                for (; i < entries.RowStart[row + 1] && entries.Column[i] == column; i++)
                {
                    several |= edges.Zones[entries.Edge[i]] != zone;
                    large |= isLarge[edges.Zones[entries.Edge[i]]];
                }

                if ((several && large) || IsCoveredAround(row, column))
                {
                    Tiles.Add(row, column, CellClass.Stacked);
                }
            }
        }
    }

    private void MarkBox(in GridBox box)
    {
        if (!_frame.TryRange(box, out var range))
        {
            return;
        }

        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var column = range.FirstColumn; column <= range.LastColumn; column++)
            {
                Tiles.Add(row, column, CellClass.Stacked);
            }
        }
    }

    private bool IsCoveredAround(int row, int column) =>
        IsCovered(row, column) && IsCovered(row, column + 1) && IsCovered(row + 1, column) && IsCovered(row + 1, column + 1);

    private bool IsCovered(int row, int column) =>
        row < _frame.Rows && column < _frame.Columns && (Tiles.Of(row, column) & CellClass.Inside) != 0;
}
