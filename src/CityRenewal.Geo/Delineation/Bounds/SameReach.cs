namespace CityRenewal.Geo.Delineation;

/// <summary>Takes limits of reach for the same that ask the same of the same nodes.</summary>
internal sealed class SameReach : IEqualityComparer<Reach>
{
    /// <summary>The only one there is.</summary>
    public static readonly SameReach Instance = new();

    bool IEqualityComparer<Reach>.Equals(Reach? one, Reach? other) =>
        one!.Row == other!.Row && one.Payer == other.Payer
            && one.Inside.AsSpan().SequenceEqual(other.Inside) && one.Held.AsSpan().SequenceEqual(other.Held);

    int IEqualityComparer<Reach>.GetHashCode(Reach reach)
    {
        var hash = HashCode.Combine(reach.Row, reach.Payer, reach.Held.Length);
        foreach (var node in reach.Inside)
        {
            hash = (hash * 31) + node;
        }

        return hash;
    }
}
