namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Edges by grid row, and within a row by column: row r holds the entries RowStart[r] .. RowStart[r+1]-1.
/// A block of cells is read row by row as runs of neighbouring entries.
/// </summary>
internal sealed class CellRows
{
    private const int BlockShift = 3;

    private readonly int[] _blockStart;
    private readonly int _blocks;

    private CellRows(int[] rowStart, int[] column, int[] edge, int columns)
    {
        RowStart = rowStart;
        Column = column;
        Edge = edge;
        _blocks = (columns >> BlockShift) + 1;
        _blockStart = new int[(rowStart.Length - 1) * _blocks];
        for (var row = 0; row + 1 < rowStart.Length; row++)
        {
            var entry = rowStart[row];
            for (var block = 0; block < _blocks; block++)
            {
                for (; entry < rowStart[row + 1] && column[entry] < block << BlockShift; entry++)
                {
                }

                _blockStart[(row * _blocks) + block] = entry;
            }
        }
    }

    /// <summary>First entry of each row, and one past the last entry.</summary>
    public int[] RowStart { get; }

    /// <summary>Column of each entry, ascending within a row.</summary>
    public int[] Column { get; }

    /// <summary>Edge of each entry.</summary>
    public int[] Edge { get; }

    /// <summary>First entry of a row whose column is not below <paramref name="column"/>.</summary>
    public int FirstFrom(int row, int column)
    {
        // From the start of its block of eight columns it is a few entries.
        var entry = _blockStart[(row * _blocks) + (column >> BlockShift)];
        while (entry < RowStart[row + 1] && Column[entry] < column)
        {
            entry++;
        }

        return entry;
    }

    /// <summary>Sorts entries by row and column, in two counting passes that keep the order of the edges.</summary>
    public static CellRows Of(CellEntries entries, int rows, int columns)
    {
        var byColumn = new int[entries.Count];
        Scatter(entries.Column, entries.Count, columns, byColumn, order: null);
        var byRow = new int[entries.Count];
        var rowStart = Scatter(entries.Row, entries.Count, rows, byRow, byColumn);

        var column = new int[entries.Count];
        var edge = new int[entries.Count];
        for (var i = 0; i < byRow.Length; i++)
        {
            column[i] = entries.Column[byRow[i]];
            edge[i] = entries.Edge[byRow[i]];
        }

        return new CellRows(rowStart, column, edge, columns);
    }

    private static int[] Scatter(int[] keys, int count, int buckets, int[] sorted, int[]? order)
    {
        var start = new int[buckets + 1];
        for (var i = 0; i < count; i++)
        {
            start[keys[i] + 1]++;
        }

        for (var bucket = 0; bucket < buckets; bucket++)
        {
            start[bucket + 1] += start[bucket];
        }

        var next = start.AsSpan(0, buckets).ToArray();
        for (var i = 0; i < count; i++)
        {
            var entry = order is null ? i : order[i];
            sorted[next[keys[entry]]++] = entry;
        }

        return start;
    }
}
