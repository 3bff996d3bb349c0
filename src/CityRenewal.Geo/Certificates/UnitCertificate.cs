namespace CityRenewal.Geo.Certificates;

/// <summary>
/// What proves the bound of one planning unit: the prices of its limits, what every node weighs at them, and a flow over
/// the borders between nodes. Weights, flows and remainders are whole numbers of 2^<see cref="Grain"/> millionths of a m².
/// </summary>
/// <remarks>
/// For any set of nodes the weights inside minus the borders that leave it are at most the remainders above zero, as what
/// flows out of a set is at most what its borders let through. That sum, plus what areas cost by themselves at the prices, is
/// the bound; where the chosen nodes are worth just as much, no flow proves a lower one.
/// </remarks>
public sealed record UnitCertificate
{
    /// <summary>What each node is: the smallest parcel (row) of a parcel's node, −1 − face of a street's.</summary>
    public required int[] Members { get; init; }

    /// <summary>Binary digits of a millionth of a m² that are left out.</summary>
    public required int Grain { get; init; }

    /// <summary>Price of each rule's row per millionth of its unit, in 2⁻³² millionths of a m².</summary>
    public required long[] RowPrices { get; init; }

    /// <summary>What twice a square grid unit of net land is given (charged below 0), in 2⁻³² millionths of a m².</summary>
    public required long LandPrice { get; init; }

    /// <summary>What a length unit of outline costs besides λ, for the least compactness, in 2⁻³² millionths of a m².</summary>
    public required long OutlinePrice { get; init; }

    /// <summary>What twice a square grid unit inside the outline is given in return, in 2⁻³² millionths of a m².</summary>
    public required long ChordPrice { get; init; }

    /// <summary>What pieces too small for an area are charged until they reach for more land; none in most units.</summary>
    public IReadOnlyList<ReachCertificate> Reaches { get; init; } = [];

    /// <summary>What a millionth of a m² of room for demolition by choice costs, in 2⁻³² millionths of a m²; 0 where floor area has no worth.</summary>
    public long RoomPrice { get; init; }

    /// <summary>What a millionth of a m² costs that demolition by choice allows to be built, in 2⁻³² millionths of a m².</summary>
    public long NewFloorPrice { get; init; }

    /// <summary>
    /// Whether it bounds the unit without what has to be in an area: so where no area that keeps the limits can hold that, and
    /// the plan leaves it out. Nothing is forced then.
    /// </summary>
    public bool WithoutLocks { get; init; }

    /// <summary>Added to the weight of every node that has to be in an area.</summary>
    public required long Force { get; init; }

    /// <summary>Weight of each node.</summary>
    public required long[] Weights { get; init; }

    /// <summary>What is left of each node's weight after all that flows out of it and into it.</summary>
    public required long[] Remainders { get; init; }

    /// <summary>First flow of each node in the flow columns, and one past the last.</summary>
    public required int[] FlowStart { get; init; }

    /// <summary>The node that each flow leads to: always one with a smaller number, ascending.</summary>
    public required int[] FlowTo { get; init; }

    /// <summary>What flows; below 0 where it flows the other way.</summary>
    public required int[] Flows { get; init; }

    /// <summary>Whether each node is in the set that no other beats at these prices.</summary>
    public required bool[] Chosen { get; init; }

    /// <summary>Whether the chosen nodes are worth as much as the flow says; not so in a unit that nobody had time for.</summary>
    public required bool IsExact { get; init; }

    /// <summary>The bound of the unit, millionths of a m².</summary>
    public required long Millionths { get; init; }
}
