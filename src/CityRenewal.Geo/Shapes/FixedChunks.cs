namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Work over rows 0 .. count-1 in chunks of fixed size, on any number of threads. The chunks do not depend on the number
/// of threads, so whatever is kept per chunk and read in chunk order is the same on every machine.
/// </summary>
public static class FixedChunks
{
    /// <summary>Rows in a chunk.</summary>
    public const int Size = 8_192;

    /// <summary>Number of chunks of <paramref name="count"/> rows.</summary>
    public static int CountOf(int count) => (count + Size - 1) / Size;

    /// <summary>Runs <paramref name="work"/> on every chunk (its number, first row, one past its last row).</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="threads">Threads to use; 0 takes all.</param>
    /// <param name="work">Writes only what belongs to its rows.</param>
    /// <param name="cancel">Asked before every chunk.</param>
    public static void Run(int count, int threads, Action<int, int, int> work, CancellationToken cancel = default) =>
        Run(count, threads, () => 0, (_, chunk, start, end) => work(chunk, start, end), cancel);

    /// <summary>As above, with a scratch object that a thread keeps from chunk to chunk.</summary>
    public static void Run<TScratch>(
        int count, int threads, Func<TScratch> scratch, Action<TScratch, int, int, int> work, CancellationToken cancel = default)
    {
        var chunks = CountOf(count);
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
        };
        Parallel.For(0, chunks, options, scratch, Chunk, _ => { });

        TScratch Chunk(int chunk, ParallelLoopState state, TScratch local)
        {
            work(local, chunk, chunk * Size, Math.Min(count, (chunk + 1) * Size));
            return local;
        }
    }
}
