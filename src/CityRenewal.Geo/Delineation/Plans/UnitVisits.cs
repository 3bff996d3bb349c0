namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Visits the units in their order on any number of threads. A search that is stopped counts the visits before the first
/// unfinished one, and what that one has found so far, and forgets what came after it: so the number of visits and the steps of
/// the last tell what was done, and a run that is given them does the same again.
/// </summary>
internal sealed class UnitVisits(int threads, CancellationToken stop, CancellationToken cancel)
{
    /// <summary>Makes visits 0 .. count - 1; returns how many of them, from the first on, were finished, and whether the next counts in part.</summary>
    /// <param name="count">Visits to make.</param>
    /// <param name="visit">The work of one, with the thread's own cut and a token that ends it; throws where it has nothing yet.</param>
    /// <param name="counts">Told of each visit that counts, in order, one at a time.</param>
    public (int Finished, bool HasPart) Run(int count, Action<int, UnitCut, CancellationToken> visit, Action<int> counts)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancel);
        var token = either.Token;
        var state = new byte[count];
        var gate = new Lock();
        int next = 0, done = 0;
        void Finish(int index, bool isWhole)
        {
            lock (gate)
            {
                state[index] = (byte)(isWhole ? 2 : 1);
                for (; done < count && state[done] == 2; done++)
                {
                    counts(done);
                }
            }
        }

        var workers = Math.Max(1, Math.Min(count, threads > 0 ? threads : Environment.ProcessorCount));
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            var cut = new UnitCut();
            try
            {
                for (var index = Take(ref next); index < count && !token.IsCancellationRequested; index = Take(ref next))
                {
                    visit(index, cut, token);
                    Finish(index, isWhole: !token.IsCancellationRequested);
                }
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                // A visit that has nothing yet does not count.
            }
        });
        cancel.ThrowIfCancellationRequested();
        var hasPart = done < count && state[done] == 1;
        if (hasPart)
        {
            counts(done);
        }

        return (done, hasPart);
    }

    private static int Take(ref int next) => Interlocked.Increment(ref next) - 1;
}
