namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Gives the memory of finished stages back. The collector would let dead arrays stand until as much again has been asked
/// for, and a large city would need twice its memory. There are few objects to look at, so asking costs milliseconds.
/// </summary>
internal static class DeadArrays
{
    private const int ManyCoordinates = 1_000_000;

    /// <summary>Collects where the borders have so many coordinates that it matters.</summary>
    public static void Collect(int coordinates)
    {
        if (coordinates >= ManyCoordinates)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
    }
}
