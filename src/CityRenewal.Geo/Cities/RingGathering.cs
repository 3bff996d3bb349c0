namespace CityRenewal.Geo.Cities;

/// <summary>Copies the rings of all rows into columns, in the final order of the rows.</summary>
internal static class RingGathering
{
    private const int Chunk = 8192;

    public static (int[] X, int[] Y, int[] RingStart, int[] FeatureStart) Of(
        SnappedLayer layer, int[] order, ParallelOptions parallel)
    {
        var vertexStart = new int[order.Length + 1];
        var featureStart = new int[order.Length + 1];
        var chunks = (order.Length + Chunk - 1) / Chunk;
        Parallel.For(0, chunks, parallel, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(order.Length, (chunk + 1) * Chunk); i++)
            {
                var (rings, first, end) = layer.RingsOf(order[i]);
                featureStart[i + 1] = end - first;
                vertexStart[i + 1] = rings.RingStart[end] - rings.RingStart[first];
            }
        });
        for (var i = 0; i < order.Length; i++)
        {
            featureStart[i + 1] += featureStart[i];
            vertexStart[i + 1] += vertexStart[i];
        }

        int[] x = GC.AllocateUninitializedArray<int>(vertexStart[^1]), y = GC.AllocateUninitializedArray<int>(vertexStart[^1]);
        var ringStart = new int[featureStart[^1] + 1];
        Parallel.For(0, chunks, parallel, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(order.Length, (chunk + 1) * Chunk); i++)
            {
                var (rings, first, end) = layer.RingsOf(order[i]);
                int from = rings.RingStart[first], to = rings.RingStart[end];
                rings.X[from..to].CopyTo(x.AsSpan(vertexStart[i]));
                rings.Y[from..to].CopyTo(y.AsSpan(vertexStart[i]));
                for (var ring = first; ring < end; ring++)
                {
                    ringStart[featureStart[i] + ring - first + 1] = vertexStart[i] + rings.RingStart[ring + 1] - from;
                }
            }
        });
        return (x, y, ringStart, featureStart);
    }
}
