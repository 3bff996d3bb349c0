namespace CityRenewal.Geo.Delineation;

/// <summary>The pairs of parcels between which a barrier lies.</summary>
internal sealed class BarrierPairs(IEnumerable<(int A, int B)> pairs)
{
    private readonly HashSet<long> _pairs = [.. pairs.Select(pair => Key(pair.A, pair.B))];

    /// <summary>Whether there is any.</summary>
    public bool Any => _pairs.Count > 0;

    /// <summary>Whether a barrier lies between two parcels.</summary>
    public bool Between(int a, int b) => _pairs.Count > 0 && _pairs.Contains(Key(a, b));

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
