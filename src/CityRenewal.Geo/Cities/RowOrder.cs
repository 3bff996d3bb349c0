using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The order of a layer's rows, which depends on their content alone: along the Hilbert curve for the layers that are
/// many, by id for the others. Ties go by id, then by shape, then by attributes; rows that tie in all are the same.
/// </summary>
internal static class RowOrder
{
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
        (keys, var rows) = KeySort.Of(keys);
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
