namespace CityRenewal.Geo.Shapes;

/// <summary>Rows of different lengths one after the other, with where each starts: some are replaced, others follow behind.</summary>
internal static class CompressedRows
{
    /// <summary>The rows with those given instead, or behind them; rows behind that are not given are empty.</summary>
    /// <param name="start">First value of each row, and one past the last.</param>
    /// <param name="values">The values.</param>
    /// <param name="given">The rows that are other than before.</param>
    /// <param name="count">Number of rows afterwards, at least as many as before.</param>
    public static (int[] Start, T[] Values) With<T>(ReadOnlySpan<int> start, ReadOnlySpan<T> values, IReadOnlyDictionary<int, T[]> given, int count)
    {
        var before = start.Length - 1;
        var length = values.Length;
        foreach (var (row, now) in given)
        {
            length += now.Length - (row < before ? start[row + 1] - start[row] : 0);
        }

        var starts = GC.AllocateUninitializedArray<int>(count + 1);
        var all = GC.AllocateUninitializedArray<T>(length);
        int done = 0, shift = 0;
        foreach (var row in given.Keys.Order())
        {
            var end = Math.Min(row, before);
            Copy(start, values, (done, end), shift, starts, all);
            var at = start[end] + shift;
            if (row >= before)
            {
                starts.AsSpan(Math.Max(done, before), row - Math.Max(done, before)).Fill(at);
            }

            starts[row] = at;
            given[row].CopyTo(all, at);
            shift += given[row].Length - (row < before ? start[row + 1] - start[row] : 0);
            done = row + 1;
        }

        if (done < before)
        {
            Copy(start, values, (done, before), shift, starts, all);
            done = before;
        }

        starts.AsSpan(done).Fill(length);
        return (starts, all);
    }

    private static void Copy<T>(ReadOnlySpan<int> start, ReadOnlySpan<T> values, (int First, int End) rows, int shift, int[] starts, T[] all)
    {
        if (rows.First >= rows.End)
        {
            return;
        }

        for (var row = rows.First; row < rows.End; row++)
        {
            starts[row] = start[row] + shift;
        }

        values[start[rows.First]..start[rows.End]].CopyTo(all.AsSpan(start[rows.First] + shift));
    }
}
