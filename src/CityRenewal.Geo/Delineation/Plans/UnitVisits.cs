namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Visits the units in their order on any number of threads. A search that is stopped counts the visits before the first
/// unfinished one and forgets what came after it: so the number of visits alone tells what was done, and a run that is given that
/// number does the same again.
/// </summary>
internal sealed class UnitVisits(int threads, CancellationToken stop, CancellationToken cancel)
{
    /// <summary>Makes visits 0 .. count - 1; returns how many of them, from the first on, were finished.</summary>
    /// <param name="count">Visits to make.</param>
    /// <param name="visit">The work of one, with the thread's own cut and a token that ends it.</param>
    /// <param name="finished">Told of each finished visit in order, one at a time.</param>
    public int Run(int count, Action<int, UnitCut, CancellationToken> visit, Action<int> finished)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancel);
        var isDone = new bool[count];
        var gate = new Lock();
        int next = 0, done = 0;
        void Finish(int index)
        {
            lock (gate)
            {
                isDone[index] = true;
                for (; done < count && isDone[done]; done++)
                {
                    finished(done);
                }
            }
        }

        var workers = Math.Min(count, threads > 0 ? threads : Environment.ProcessorCount);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, workers) }, _ =>
        {
            var cut = new UnitCut();
            try
            {
                for (var index = Interlocked.Increment(ref next) - 1; index < count && !either.IsCancellationRequested; index = Interlocked.Increment(ref next) - 1)
                {
                    visit(index, cut, either.Token);
                    Finish(index);
                }
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
                // An unfinished visit does not count.
            }
        });
        cancel.ThrowIfCancellationRequested();
        return done;
    }
}
