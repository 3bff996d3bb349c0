using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Where the cells of a grid lie: squares of 2^Shift units, their lines half a unit below and left of the integers
/// OriginX + column · 2^Shift and OriginY + row · 2^Shift.
/// </summary>
internal sealed record GridFrame(int OriginX, int OriginY, int Shift, int Columns, int Rows)
{
    private const long MostCells = 1 << 23;

    /// <summary>Number of cells.</summary>
    public int Cells => Columns * Rows;

    /// <summary>A frame over a box, with cells of about the wanted size; larger ones where there would be over 8 million.</summary>
    public static GridFrame Over(GridBox box, double cellUnits)
    {
        if (box.IsEmpty)
        {
            return new GridFrame(0, 0, 1, 0, 0);
        }

        var shift = (int)Math.Clamp(Math.Round(Math.Log2(Math.Max(2, cellUnits))), 1, 30);
        long width = (long)box.MaxX - box.MinX, height = (long)box.MaxY - box.MinY;
        while (((width >> shift) + 1) * ((height >> shift) + 1) > MostCells)
        {
            shift++;
        }

        return new GridFrame(box.MinX, box.MinY, shift, (int)(width >> shift) + 1, (int)(height >> shift) + 1);
    }

    /// <summary>Column of a point that lies in the frame.</summary>
    public int ColumnOf(long x) => (int)((x - OriginX) >> Shift);

    /// <summary>Row of a point that lies in the frame.</summary>
    public int RowOf(long y) => (int)((y - OriginY) >> Shift);

    /// <summary>Smallest integer y in a row.</summary>
    public long FirstYOf(int row) => OriginY + ((long)row << Shift);

    /// <summary>The cells that a box touches; false where it lies beside the frame.</summary>
    public bool TryRange(in GridBox box, out CellRange range)
    {
        long left = ((long)box.MinX - OriginX) >> Shift, right = ((long)box.MaxX - OriginX) >> Shift;
        long bottom = ((long)box.MinY - OriginY) >> Shift, top = ((long)box.MaxY - OriginY) >> Shift;
        range = new CellRange(
            (int)Math.Max(left, 0), (int)Math.Max(bottom, 0), (int)Math.Min(right, Columns - 1), (int)Math.Min(top, Rows - 1));
        return range.FirstColumn <= range.LastColumn && range.FirstRow <= range.LastRow;
    }
}
