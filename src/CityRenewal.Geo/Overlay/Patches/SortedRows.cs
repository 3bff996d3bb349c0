namespace CityRenewal.Geo.Overlay;

/// <summary>Ascending rows of which some go and others come: where each then is from.</summary>
internal static class SortedRows
{
    /// <summary>The rows afterwards, each with its place before, or the complement of its place among those that come.</summary>
    /// <param name="rows">The rows before, ascending.</param>
    /// <param name="gone">What goes.</param>
    /// <param name="come">What comes, ascending; none of it stays from before.</param>
    public static (int[] Rows, int[] From) With(ReadOnlySpan<int> rows, IReadOnlySet<int> gone, IReadOnlyList<int> come)
    {
        var (kept, from) = (new List<int>(rows.Length + come.Count), new List<int>(rows.Length + come.Count));
        var next = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            for (; next < come.Count && come[next] < rows[i]; next++)
            {
                kept.Add(come[next]);
                from.Add(~next);
            }

            if (!gone.Contains(rows[i]))
            {
                kept.Add(rows[i]);
                from.Add(i);
            }
        }

        for (; next < come.Count; next++)
        {
            kept.Add(come[next]);
            from.Add(~next);
        }

        return ([.. kept], [.. from]);
    }

    /// <summary>Values in the order of the rows.</summary>
    public static T[] Take<T>(int[] from, T[] before, T[] come) => Array.ConvertAll(from, at => at >= 0 ? before[at] : come[~at]);

    /// <summary>Values with room for more rows behind.</summary>
    public static T[] Grown<T>(ReadOnlySpan<T> values, int count)
    {
        var grown = GC.AllocateUninitializedArray<T>(count);
        values.CopyTo(grown);
        grown.AsSpan(values.Length).Clear();
        return grown;
    }
}
