namespace CityRenewal.Geo.Shapes;

/// <summary>Two pieces of work that need nothing of each other, at the same time where there are threads for it.</summary>
public static class SideBySide
{
    /// <summary>Runs both; comes back when both have ended, with the exception of the first that failed as it was thrown.</summary>
    /// <param name="threads">Threads to use, 0 takes all; with one, the second follows the first.</param>
    /// <param name="first">Done by the caller's own thread.</param>
    /// <param name="second">Done beside it.</param>
    public static void Run(int threads, Action first, Action second)
    {
        if (threads == 1)
        {
            first();
            second();
            return;
        }

        var beside = Task.Run(second);
        try
        {
            first();
        }
        catch
        {
            // Nobody may still be working on what the caller now gives up.
            ((IAsyncResult)beside).AsyncWaitHandle.WaitOne();
            throw;
        }

        beside.GetAwaiter().GetResult();
    }
}
