using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Rows that share an id or an outline: all are kept, and all are listed.</summary>
internal static class Twins
{
    public static void AddDefects(SnappedLayer layer, List<Defect> defects, ParallelOptions parallel)
    {
        AddMissingIds(layer, defects);
        AddSameIds(layer, defects, parallel);
        if (layer.Name is LayerNames.Parcels or LayerNames.Buildings)
        {
            AddSameOutlines(layer, defects, parallel);
        }
    }

    private static void AddMissingIds(SnappedLayer layer, List<Defect> defects)
    {
        foreach (var row in layer.RowsWithoutId)
        {
            defects.Add(AttributeDefects.MissingId.At(PlaceOf(layer, row)));
        }
    }

    private static void AddSameIds(SnappedLayer layer, List<Defect> defects, ParallelOptions parallel) => ForGroups(
        Hashes(layer.Count, row => ByteHash(layer.Ids.Utf8(row)), parallel),
        (a, b) => layer.Ids.Utf8(a).SequenceCompareTo(layer.Ids.Utf8(b)),
        (row, _) => defects.Add(AttributeDefects.DuplicateId.At(PlaceOf(layer, row), layer.Ids[row])));

    private static void AddSameOutlines(SnappedLayer layer, List<Defect> defects, ParallelOptions parallel)
    {
        var outlines = new OutlineComparer(layer);
        ForGroups(
            Hashes(layer.Count, outlines.HashOf, parallel),
            outlines.Compare,
            (row, other) =>
            {
                var kind = outlines.AreSameThroughout(row, other) ? GeometryDefects.DuplicateGeometry : GeometryDefects.DuplicateRotated;
                defects.Add(kind.At(PlaceOf(layer, row), $"that of {layer.Ids[other]}"));
            });
    }

    /// <summary>Calls back for every row that has an equal, with that one; rows of hash 0 have none.</summary>
    private static void ForGroups(ulong[] keys, Comparison<int> compare, Action<int, int> found)
    {
        (keys, var rows) = KeySort.Of(keys);
        for (int start = 0, end; start < rows.Length; start = end)
        {
            end = start + 1;
            while (end < rows.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1 && keys[start] != 0)
            {
                ForEquals(rows.AsSpan(start, end - start), compare, found);
            }
        }
    }

    // Three digits of the sort; rows that only share these bits are told apart by the comparison.
    private static ulong[] Hashes(int count, Func<int, ulong> hashOf, ParallelOptions parallel)
    {
        var keys = new ulong[count];
        Parallel.For(0, FixedChunks.CountOf(count), parallel, chunk =>
        {
            for (var row = chunk * FixedChunks.Size; row < Math.Min(count, (chunk + 1) * FixedChunks.Size); row++)
            {
                keys[row] = hashOf(row) >> 31;
            }
        });
        return keys;
    }

    private static void ForEquals(Span<int> rows, Comparison<int> compare, Action<int, int> found)
    {
        rows.Sort(compare);
        for (var i = 0; i < rows.Length; i++)
        {
            if (i > 0 && compare(rows[i - 1], rows[i]) == 0)
            {
                found(rows[i], rows[i - 1]);
            }
            else if (i + 1 < rows.Length && compare(rows[i], rows[i + 1]) == 0)
            {
                found(rows[i], rows[i + 1]);
            }
        }
    }

    private static ulong ByteHash(ReadOnlySpan<byte> text)
    {
        // FNV-1a; equal hashes are compared in full.
        var hash = 14695981039346656037UL;
        foreach (var value in text)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash | 1UL << 63;
    }

    private static FeaturePlace PlaceOf(SnappedLayer layer, int row) =>
        new(layer.Name, layer.Ids[row], layer.Fids[row], double.NaN, double.NaN);
}
