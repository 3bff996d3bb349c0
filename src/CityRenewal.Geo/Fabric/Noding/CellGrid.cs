using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Square cells of 2^shift grid units, in blocks of 32 × 32. Only blocks that a border passes have cells, so that one
/// vertex astray at the other end of the country costs nothing. Cell numbers run block by block: neighbours are near in memory.
/// </summary>
internal sealed class CellGrid
{
    public const int CellsPerBlock = 1024;
    private const int BlockShift = 5;
    private const int BlockMask = 31;

    private readonly int[] _slotOfBlock;
    private readonly int _minBlockX;
    private readonly int _minBlockY;
    private readonly int _width;
    private readonly int _height;

    private CellGrid(LineworkExtent extent, int shift, int[] slotOfBlock, (int MinX, int MinY, int Width, int Height) blocks)
    {
        (Extent, Shift) = (extent, shift);
        _slotOfBlock = slotOfBlock;
        (_minBlockX, _minBlockY, _width, _height) = blocks;
        var count = 0;
        for (var i = 0; i < slotOfBlock.Length; i++)
        {
            slotOfBlock[i] = slotOfBlock[i] == 0 ? -1 : count++;
        }

        BlockCount = count;
    }

    /// <summary>How far the borders reach that the grid is for.</summary>
    public LineworkExtent Extent { get; }

    /// <summary>A cell is 2^Shift grid units wide.</summary>
    public int Shift { get; }

    public int BlockCount { get; }

    public int CellCount => BlockCount * CellsPerBlock;

    /// <summary>A grid for the given borders, with cells about as wide as an edge is long.</summary>
    /// <param name="linework">The borders.</param>
    /// <param name="tolerance">How far snapping moves a vertex, grid units.</param>
    /// <param name="parallel">Threads to use.</param>
    /// <param name="cellShift">Width of the cells where the borders are a window on a city whose cells they must have; null finds it.</param>
    public static CellGrid For(Linework linework, int tolerance, ParallelOptions parallel, int? cellShift = null)
    {
        var extent = LineworkExtent.Of(linework, parallel);
        var shift = cellShift ?? extent.CellShift(tolerance);

        // Snapping moves a vertex by a tolerance, a border by another one: cells must be there before it does.
        var margin = (2 * tolerance) + 8;
        int minX = (extent.Box.MinX >> (shift + BlockShift)) - 1, minY = (extent.Box.MinY >> (shift + BlockShift)) - 1;
        int width = (extent.Box.MaxX >> (shift + BlockShift)) - minX + 2;
        int height = (extent.Box.MaxY >> (shift + BlockShift)) - minY + 2;
        var marks = new int[width * height];
        Parallel.ForEach(linework.Chunks, parallel, chunk =>
        {
            foreach (var (_, start, end) in chunk.Rings())
            {
                MarkRing(chunk.Layer, (start, end), margin, cell => Mark(marks, cell.X - minX, cell.Y - minY, width), shift + BlockShift);
            }
        });
        return new CellGrid(extent, shift, marks, (minX, minY, width, height));
    }

    /// <summary>The cell of a point; -1 where no border passes.</summary>
    public int CellOf(int x, int y) => CellAt(x >> Shift, y >> Shift);

    /// <summary>The cell in a column and row; -1 where there is none.</summary>
    public int CellAt(int column, int row)
    {
        int bx = (column >> BlockShift) - _minBlockX, by = (row >> BlockShift) - _minBlockY;
        if ((uint)bx >= (uint)_width || (uint)by >= (uint)_height)
        {
            return -1;
        }

        var slot = _slotOfBlock[(by * _width) + bx];
        return slot < 0 ? -1 : (slot * CellsPerBlock) | ((row & BlockMask) << BlockShift) | (column & BlockMask);
    }

    /// <summary>The westernmost column that has cells.</summary>
    public int FirstColumn => _minBlockX << BlockShift;

    private static void Mark(int[] marks, int x, int y, int width)
    {
        if ((uint)x < (uint)width && (uint)y < (uint)(marks.Length / width))
        {
            marks[(y * width) + x] = 1;
        }
    }

    private static void MarkRing(LineworkLayer layer, (int Start, int End) ring, int margin, Action<(int X, int Y)> mark, int shift)
    {
        var x = layer.Shapes.X;
        var y = layer.Shapes.Y;
        var box = GridBox.Of(x[ring.Start..ring.End], y[ring.Start..ring.End]);
        (int X, int Y) first = (Shifted(box.MinX - (long)margin, shift), Shifted(box.MinY - (long)margin, shift));
        if (first == (Shifted(box.MaxX + (long)margin, shift), Shifted(box.MaxY + (long)margin, shift)))
        {
            mark(first); // nearly every ring lies in one block
            return;
        }

        for (var i = ring.Start; i < ring.End; i++)
        {
            foreach (var cell in new SegmentCells((x[i], y[i]), (x[i + 1], y[i + 1]), margin, shift))
            {
                mark(cell);
            }
        }
    }

    private static int Shifted(long value, int shift) => (int)(value >> shift);
}
