namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Edges by grid row, and within a row by column: row r holds the entries RowStart[r] .. RowStart[r+1]-1.
/// A block of cells is read row by row as runs of neighbouring entries.
/// </summary>
internal sealed class CellRows
{
    private CellRows(int[] rowStart, int[] column, int[] edge)
    {
        RowStart = rowStart;
        Column = column;
        Edge = edge;
    }

    /// <summary>First entry of each row, and one past the last entry.</summary>
    public int[] RowStart { get; }

    /// <summary>Column of each entry, ascending within a row.</summary>
    public int[] Column { get; }

    /// <summary>Edge of each entry; ascending within a cell.</summary>
    public int[] Edge { get; }

    /// <summary>First entry of a row whose column is not below <paramref name="column"/>.</summary>
    public int FirstFrom(int row, int column)
    {
        int low = RowStart[row], high = RowStart[row + 1];
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Column[middle] < column)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
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

        return new CellRows(rowStart, column, edge);
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
