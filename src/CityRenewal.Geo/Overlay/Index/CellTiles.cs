namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The <see cref="CellClass"/> of every cell of a grid, in tiles of 16 × 16 cells. A tile that no edge enters is alike all
/// over and is one number; so a layer of a few outlines takes thousands of numbers and not millions, and most questions
/// about a block of cells are a look at one of them.
/// </summary>
internal sealed class CellTiles
{
    private const int Shift = 4;
    private const int Side = 1 << Shift;
    private const int CellsOfTile = Side * Side;

    // The class of all cells of a tile, or the complement of the place of its first cell.
    private readonly int[] _tiles;
    private readonly int _tileColumns;
    private byte[] _cells = [];
    private int _used;

    public CellTiles(GridFrame frame)
    {
        _tileColumns = (frame.Columns + Side - 1) >> Shift;
        _tiles = new int[_tileColumns * ((frame.Rows + Side - 1) >> Shift)];
    }

    /// <summary>What one cell knows.</summary>
    public CellClass Of(int row, int column)
    {
        var tile = _tiles[TileOf(row, column)];
        return (CellClass)(tile >= 0 ? tile : _cells[~tile + PlaceOf(row, column)]);
    }

    /// <summary>The joined classes of a block of cells; no further than the first that has one of the bits that are enough.</summary>
    public CellClass Joined(in CellRange range, CellClass enough = 0)
    {
        var joined = 0;
        for (var tileRow = range.FirstRow >> Shift; tileRow <= range.LastRow >> Shift; tileRow++)
        {
            for (var tileColumn = range.FirstColumn >> Shift; tileColumn <= range.LastColumn >> Shift; tileColumn++)
            {
                var tile = _tiles[(tileRow * _tileColumns) + tileColumn];
                joined |= tile >= 0 ? tile : JoinedWithin(~tile, range, tileRow << Shift, tileColumn << Shift);
                if ((joined & (int)enough) != 0)
                {
                    return (CellClass)joined;
                }
            }
        }

        return (CellClass)joined;
    }

    /// <summary>Gives the cells of a tile a class each.</summary>
    public void Part(int row, int column)
    {
        ref var tile = ref _tiles[TileOf(row, column)];
        if (tile < 0)
        {
            return;
        }

        if (_used == _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(CellsOfTile * 16, _cells.Length * 2));
        }

        _cells.AsSpan(_used, CellsOfTile).Fill((byte)tile);
        tile = ~_used;
        _used += CellsOfTile;
    }

    /// <summary>Adds bits to what one cell knows.</summary>
    public void Add(int row, int column, CellClass bits)
    {
        Part(row, column);
        _cells[~_tiles[TileOf(row, column)] + PlaceOf(row, column)] |= (byte)bits;
    }

    /// <summary>Sets the cells of a row from one column up to before another; tiles in one piece take it whole.</summary>
    public void Fill(int row, int from, int to, CellClass cells)
    {
        for (var column = from; column < to;)
        {
            var next = Math.Min(to, (column | (Side - 1)) + 1);
            ref var tile = ref _tiles[TileOf(row, column)];
            if (tile >= 0)
            {
                tile = (int)cells;
            }
            else
            {
                _cells.AsSpan(~tile + PlaceOf(row, column), next - column).Fill((byte)cells);
            }

            column = next;
        }
    }

    private int JoinedWithin(int first, in CellRange range, int tileRow, int tileColumn)
    {
        int from = Math.Max(range.FirstColumn - tileColumn, 0), to = Math.Min(range.LastColumn - tileColumn, Side - 1);
        int row = Math.Max(range.FirstRow - tileRow, 0), lastRow = Math.Min(range.LastRow - tileRow, Side - 1);
        var joined = 0;
        for (; row <= lastRow; row++)
        {
            foreach (var cell in _cells.AsSpan(first + (row << Shift) + from, to - from + 1))
            {
                joined |= cell;
            }
        }

        return joined;
    }

    private int TileOf(int row, int column) => ((row >> Shift) * _tileColumns) + (column >> Shift);

    private static int PlaceOf(int row, int column) => ((row & (Side - 1)) << Shift) + (column & (Side - 1));
}
