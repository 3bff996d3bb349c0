namespace CityRenewal.Geo.Delineation;

/// <summary>Random numbers of a search: the same on every machine from the same seed (SplitMix64, Steele et al. 2014).</summary>
internal struct SearchRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Joins a number to a seed.</summary>
    public static ulong Join(ulong seed, long number) => Mix(seed + (0x9E3779B97F4A7C15 * (ulong)number) + 0x9E3779B97F4A7C15);

    /// <summary>The next 64 random bits.</summary>
    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>A number from 0 up to, and not with, a limit.</summary>
    public int Below(int limit) => Below(Next(), limit);

    /// <summary>A number from 0 up to, and not with, a limit, from the upper half of random bits.</summary>
    public static int Below(ulong bits, int limit) => (int)(((bits >> 32) * (ulong)limit) >> 32);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
