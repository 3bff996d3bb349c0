namespace CityRenewal.Geo.Fabric;

/// <summary>Turns counts into the starts of compressed rows, in parallel and independent of the number of threads.</summary>
internal static class CellCounting
{
    private const int ChunkSize = 1 << 17;

    /// <summary>
    /// Replaces counts[i] by the sum of counts[0..i], so that filling backwards leaves every row's start in place.
    /// The last entry, which counts nothing, becomes the total.
    /// </summary>
    public static int ToRowEnds(int[] counts, ParallelOptions parallel)
    {
        var chunks = (counts.Length + ChunkSize - 1) / ChunkSize;
        var sums = new long[chunks + 1];
        Parallel.For(0, chunks, parallel, chunk => sums[chunk + 1] = Sum(counts, chunk));
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            sums[chunk + 1] += sums[chunk];
        }

        var total = checked((int)sums[chunks]);
        Parallel.For(0, chunks, parallel, chunk => RunningSum(counts, chunk, (int)sums[chunk]));
        return total;
    }

    private static long Sum(int[] counts, int chunk)
    {
        long sum = 0;
        foreach (var count in counts.AsSpan()[(chunk * ChunkSize)..Math.Min((chunk + 1) * ChunkSize, counts.Length)])
        {
            sum += count;
        }

        return sum;
    }

    private static void RunningSum(int[] counts, int chunk, int before)
    {
        var end = Math.Min((chunk + 1) * ChunkSize, counts.Length);
        for (var i = chunk * ChunkSize; i < end; i++)
        {
            before += counts[i];
            counts[i] = before;
        }
    }
}
