using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The order of a layer's rows, which depends on their content alone: along the Hilbert curve for the layers that are
/// many, by id for the others. Ties go by id, then by shape, then by attributes; rows that tie in all are the same.
/// </summary>
internal static class RowOrder
{
    private const int DigitBits = 11;
    private const int DigitValues = 1 << DigitBits;

    /// <summary>Rows along the Hilbert curve.</summary>
    public static int[] ByPlace(SnappedLayer layer) => Sorted(layer, layer.Places());

    /// <summary>Rows by id, as bytes of UTF-8.</summary>
    public static int[] ById(SnappedLayer layer)
    {
        var keys = new ulong[layer.Count];
        var common = CommonPrefix(layer.Ids);
        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = Prefix(layer.Ids.Utf8(row)[common..]);
        }

        return Sorted(layer, keys);
    }

    private static int[] Sorted(SnappedLayer layer, ulong[] keys)
    {
        var rows = new int[keys.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        RadixSort(ref keys, ref rows);
        var comparer = new RowComparer(layer);
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                rows.AsSpan(start, end - start).Sort(comparer);
            }

            start = end;
        }

        return rows;
    }

    private static void RadixSort(ref ulong[] keys, ref int[] rows)
    {
        ulong highest = 0;
        foreach (var key in keys)
        {
            highest |= key;
        }

        var (nextKeys, nextRows) = (new ulong[keys.Length], new int[rows.Length]);
        var counts = new int[DigitValues + 1];
        for (var shift = 0; shift < 64 && highest >> shift != 0; shift += DigitBits)
        {
            Array.Clear(counts);
            foreach (var key in keys)
            {
                counts[((key >> shift) & (DigitValues - 1)) + 1]++;
            }

            for (var digit = 0; digit < DigitValues; digit++)
            {
                counts[digit + 1] += counts[digit];
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var at = counts[(keys[i] >> shift) & (DigitValues - 1)]++;
                nextKeys[at] = keys[i];
                nextRows[at] = rows[i];
            }

            (keys, nextKeys) = (nextKeys, keys);
            (rows, nextRows) = (nextRows, rows);
        }
    }

    private static int CommonPrefix(TextColumn ids)
    {
        if (ids.Count == 0)
        {
            return 0;
        }

        var common = ids.Utf8(0).Length;
        for (var row = 1; row < ids.Count && common > 0; row++)
        {
            common = Math.Min(common, ids.Utf8(0).CommonPrefixLength(ids.Utf8(row)));
        }

        return common;
    }

    /// <summary>The first eight bytes as a number that sorts like them.</summary>
    private static ulong Prefix(ReadOnlySpan<byte> text)
    {
        ulong prefix = 0;
        for (var i = 0; i < 8; i++)
        {
            prefix = (prefix << 8) | (i < text.Length ? text[i] : 0u);
        }

        return prefix;
    }
}
