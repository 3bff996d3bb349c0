using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Delineation;

/// <summary>The pairs of parcels between which a barrier lies.</summary>
internal sealed class BarrierPairs
{
    private readonly HashSet<long> _pairs = [];

    public BarrierPairs(ContiguityGraph graph)
    {
        for (var pair = 0; pair < graph.PairCount; pair++)
        {
            if (!graph.IsOpen(pair))
            {
                _pairs.Add(Key(graph.A[pair], graph.B[pair]));
            }
        }
    }

    /// <summary>Whether a barrier lies between two parcels.</summary>
    public bool Between(int a, int b) => _pairs.Count > 0 && _pairs.Contains(Key(a, b));

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
