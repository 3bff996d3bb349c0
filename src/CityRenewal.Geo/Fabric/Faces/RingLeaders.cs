namespace CityRenewal.Geo.Fabric;

/// <summary>Finds the smallest half-edge of every ring, on all threads: each half-edge looks along its ring for a smaller one.</summary>
internal static class RingLeaders
{
    private const int HalfEdgesPerChunk = 1 << 15;

    // Rings around whole quarters are long; looking all the way round from each of their half-edges would take for ever.
    private const int MostSteps = 64;

    /// <summary>The smallest half-edges of the rings that are taken, ascending; rings are taken as a whole or not at all.</summary>
    public static int[] Of(int[] next, Func<int, bool> takes, ParallelOptions parallel)
    {
        var chunks = new (List<int> Leaders, List<int> Undecided)[(next.Length + HalfEdgesPerChunk - 1) / HalfEdgesPerChunk];
        Parallel.For(0, chunks.Length, parallel, chunk =>
        {
            var (leaders, undecided) = (new List<int>(HalfEdgesPerChunk / 4), new List<int>());
            var end = Math.Min((chunk + 1) * HalfEdgesPerChunk, next.Length);
            for (var start = chunk * HalfEdgesPerChunk; start < end; start++)
            {
                if (takes(start))
                {
                    Look(next, start, leaders, undecided);
                }
            }

            chunks[chunk] = (leaders, undecided);
        });
        return Join(next, chunks);
    }

    private static void Look(int[] next, int start, List<int> leaders, List<int> undecided)
    {
        var h = next[start];
        for (var step = 0; step < MostSteps && h > start; step++)
        {
            h = next[h];
        }

        if (h == start)
        {
            leaders.Add(start);
        }
        else if (h > start)
        {
            undecided.Add(start);
        }
    }

    // Of a long ring the smallest half-edge is undecided, and it comes before the others that are.
    private static int[] Join(int[] next, (List<int> Leaders, List<int> Undecided)[] chunks)
    {
        var walked = new HashSet<int>();
        var all = new List<int>(chunks.Sum(chunk => chunk.Leaders.Count) + 1024);
        foreach (var (leaders, undecided) in chunks)
        {
            var from = all.Count;
            all.AddRange(leaders);
            foreach (var start in undecided)
            {
                if (!walked.Contains(start))
                {
                    all.Add(start);
                    for (var h = start; walked.Add(h);)
                    {
                        h = next[h];
                    }
                }
            }

            if (undecided.Count > 0)
            {
                all.Sort(from, all.Count - from, null);
            }
        }

        return [.. all];
    }
}
