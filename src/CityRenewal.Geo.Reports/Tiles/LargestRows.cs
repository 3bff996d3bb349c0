namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Keeps the largest features of many, without sorting all; those of equal size by their numbers, which strew them.</summary>
internal static class LargestRows
{
    private const int DroppedBits = 16;
    private const int Buckets = 1 << (32 - DroppedBits);

    /// <summary>Cuts rows down to at most so many.</summary>
    public static void Keep(List<int> rows, TileLayer layer, int most)
    {
        if (rows.Count <= most)
        {
            return;
        }

        var counts = new int[Buckets];
        foreach (var row in rows)
        {
            counts[BucketOf(layer, row)]++;
        }

        var (last, larger) = (Buckets - 1, 0);
        while (larger + counts[last] < most)
        {
            larger += counts[last--];
        }

        var edge = rows.FindAll(row => BucketOf(layer, row) == last);
        edge.Sort((a, b) => Compare(layer, a, b));
        rows.RemoveAll(row => BucketOf(layer, row) <= last);
        rows.AddRange(edge.Take(most - larger));
    }

    private static int Compare(TileLayer layer, int a, int b)
    {
        var bySize = layer.Shapes.Sizes[b].CompareTo(layer.Shapes.Sizes[a]);
        var byNumber = bySize != 0 ? bySize : layer.Numbers[a].CompareTo(layer.Numbers[b]);
        return byNumber != 0 ? byNumber : a.CompareTo(b);
    }

    // The bits of floats from zero up are in the order of the floats.
    private static int BucketOf(TileLayer layer, int row) =>
        (int)(BitConverter.SingleToUInt32Bits(Math.Max(layer.Shapes.Sizes[row], 0f)) >> DroppedBits);
}
