namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What adding or removing a node would change, as it was worked out before: most proposals are made again and again until
/// something near them moves.
/// </summary>
internal sealed class KnownChanges
{
    private const int Unknown = -2;

    private readonly UnitLand _land;
    private readonly UnitStreets _streets;
    private readonly Change[] _adding;
    private readonly Change[] _removing;

    public KnownChanges(UnitLand land)
    {
        (_land, _streets) = (land, land.Streets);
        (_adding, _removing) = (new Change[land.ParcelCount], new Change[land.ParcelCount]);
        Array.Fill(_adding, new Change(Unknown, default));
        Array.Fill(_removing, new Change(Unknown, default));
    }

    /// <summary>What is known of adding a node, for the piece that it names.</summary>
    public ref Change Adding(int node) => ref _adding[node];

    /// <summary>What is known of removing a node, for the piece that it names.</summary>
    public ref Change Removing(int node) => ref _removing[node];

    /// <summary>What is known of nodes near one that moves holds no more: neighbours, sides of its streets and of those beside.</summary>
    public void Forget(int node)
    {
        Forgotten(node);
        foreach (ref readonly var link in _land.LinksOf(node))
        {
            Forgotten(link.Other);
        }

        for (var at = _streets.StartOfNode[node]; at < _streets.StartOfNode[node + 1]; at++)
        {
            var street = _streets.Street[at];
            ForgetSides(street);
            for (var beside = _streets.BesideStart[street]; beside < _streets.BesideStart[street + 1]; beside++)
            {
                ForgetSides(_streets.Beside[beside]);
            }
        }
    }

    private void ForgetSides(int street)
    {
        for (var at = _streets.SideStart[street]; at < _streets.SideStart[street + 1]; at++)
        {
            Forgotten(_streets.Side[at]);
        }
    }

    private void Forgotten(int node) => _adding[node].Piece = _removing[node].Piece = Unknown;

    /// <summary>A change that was worked out for one piece.</summary>
    internal struct Change(int piece, PieceSums sums)
    {
        public int Piece = piece;
        public readonly long Outline = sums.Outline;
        public readonly long TwiceGross = sums.TwiceGross;
    }
}
