using System.Buffers;
using System.Numerics;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Edges by grid row, and within a row by column: row r holds the entries RowStart[r] .. RowStart[r+1]-1.
/// A block of cells is read row by row as runs of neighbouring entries.
/// </summary>
internal sealed class CellRows
{
    private const int EntriesPerStretch = 4;

    private readonly RowStretches[] _rows;
    private readonly int[] _stretchStart;

    private CellRows(int[] rowStart, int[] column, int[] edge, int columns)
    {
        RowStart = rowStart;
        Column = column;
        Edge = edge;
        _rows = StretchesOf(rowStart, columns, out var stretches);
        _stretchStart = new int[stretches];
        for (var row = 0; row < _rows.Length; row++)
        {
            var entry = rowStart[row];
            for (var stretch = 0; stretch <= columns >> _rows[row].Shift; stretch++)
            {
                for (; entry < rowStart[row + 1] && column[entry] < stretch << _rows[row].Shift; entry++)
                {
                }

                _stretchStart[_rows[row].First + stretch] = entry;
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
        // From the start of its stretch it is a few entries.
        var stretches = _rows[row];
        var entry = _stretchStart[stretches.First + (column >> stretches.Shift)];
        while (entry < RowStart[row + 1] && Column[entry] < column)
        {
            entry++;
        }

        return entry;
    }

    /// <summary>Sorts entries by row and column, in two counting passes that keep the order of the edges.</summary>
    public static CellRows Of(CellEntries entries, int rows, int columns)
    {
        var byColumn = ArrayPool<int>.Shared.Rent(entries.Count);
        Scatter(entries.Column, entries.Count, columns, byColumn, order: null);
        var byRow = ArrayPool<int>.Shared.Rent(entries.Count);
        var rowStart = Scatter(entries.Row, entries.Count, rows, byRow, byColumn);

        var column = GC.AllocateUninitializedArray<int>(entries.Count);
        var edge = GC.AllocateUninitializedArray<int>(entries.Count);
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = entries.Column[byRow[i]];
            edge[i] = entries.Edge[byRow[i]];
        }

        ArrayPool<int>.Shared.Return(byColumn);
        ArrayPool<int>.Shared.Return(byRow);
        return new CellRows(rowStart, column, edge, columns);
    }

    // Rows of many entries have short stretches and those of few have long ones, so that the index is no larger than the entries.
    private static RowStretches[] StretchesOf(int[] rowStart, int columns, out int count)
    {
        var rows = new RowStretches[rowStart.Length - 1];
        count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            var wanted = (rowStart[row + 1] - rowStart[row]) / EntriesPerStretch;
            var shift = Math.Max(0, BitOperations.Log2((uint)columns) - BitOperations.Log2((uint)wanted));
            rows[row] = new RowStretches(count, shift);
            count = checked(count + (columns >> shift) + 1);
        }

        return rows;
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

    /// <summary>How a row is cut into stretches of 2^Shift columns, and where the first of them stands.</summary>
    private readonly record struct RowStretches(int First, int Shift);
}
