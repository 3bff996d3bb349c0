using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>Limits of reach with their prices, and what every node weighs more or less for them.</summary>
internal sealed class ReachSet
{
    private readonly Int128[] _parts;

    /// <param name="reaches">The limits that cost something.</param>
    /// <param name="prices">What each costs, parts per twice a square grid unit; above 0.</param>
    /// <param name="nodes">Parcels' nodes of the unit.</param>
    public ReachSet(IReadOnlyList<Reach> reaches, IReadOnlyList<long> prices, int nodes)
    {
        (Reaches, Prices) = (reaches, prices);
        _parts = new Int128[nodes];
        for (var i = 0; i < reaches.Count; i++)
        {
            reaches[i].AddTo(_parts, prices[i]);
        }
    }

    /// <summary>No limit of reach.</summary>
    public static ReachSet None { get; } = new([], [], 0);

    private IReadOnlyList<Reach> Reaches { get; }

    private IReadOnlyList<long> Prices { get; }

    /// <summary>The limits as a certificate tells them.</summary>
    public IReadOnlyList<ReachCertificate> Told() =>
        [.. Reaches.Select((reach, i) => new ReachCertificate(reach.Payer, reach.Inside, Prices[i]) { Row = reach.Row, Held = reach.Held })];

    /// <summary>What a parcel's node weighs more for them, parts.</summary>
    public Int128 PartsOf(int node) => _parts.Length == 0 ? 0 : _parts[node];
}
