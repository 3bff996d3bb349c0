using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The blocks (街坊) of a city: parcels that share borders with no street and no barrier between. Rights above or below the
/// ground touch nobody and are blocks of their own.
/// </summary>
public sealed class LandBlocks
{
    private readonly int[] _start;
    private readonly int[] _parcels;

    private LandBlocks(int[] blockOf, int count)
    {
        BlockOf = blockOf;
        _start = new int[count + 1];
        foreach (var block in blockOf)
        {
            _start[block + 1]++;
        }

        for (var block = 0; block < count; block++)
        {
            _start[block + 1] += _start[block];
        }

        int[] next = _start[..^1];
        _parcels = new int[blockOf.Length];
        for (var parcel = 0; parcel < blockOf.Length; parcel++)
        {
            _parcels[next[blockOf[parcel]]++] = parcel;
        }
    }

    /// <summary>Per parcel its block.</summary>
    public IReadOnlyList<int> BlockOf { get; }

    /// <summary>The parcels of a block, ascending.</summary>
    public ReadOnlySpan<int> ParcelsOf(int block) => _parcels.AsSpan(_start[block].._start[block + 1]);

    /// <summary>Gathers the blocks; they are numbered by their first parcel.</summary>
    public static LandBlocks Of(ContiguityGraph graph)
    {
        var leaders = new int[graph.ParcelCount];
        for (var parcel = 0; parcel < leaders.Length; parcel++)
        {
            leaders[parcel] = parcel;
        }

        for (var pair = 0; pair < graph.PairCount; pair++)
        {
            if (graph.SharedLength[pair] > 0 && graph.IsOpen(pair))
            {
                int a = LeaderOf(leaders, graph.A[pair]), b = LeaderOf(leaders, graph.B[pair]);
                leaders[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        var count = 0;
        for (var parcel = 0; parcel < leaders.Length; parcel++)
        {
            // A leader lies before all that it leads, and is numbered by then.
            leaders[parcel] = leaders[parcel] == parcel ? count++ : leaders[leaders[parcel]];
        }

        return new LandBlocks(leaders, count);
    }

    private static int LeaderOf(int[] leaders, int parcel)
    {
        while (leaders[parcel] != parcel)
        {
            leaders[parcel] = leaders[leaders[parcel]];
            parcel = leaders[parcel];
        }

        return parcel;
    }
}
