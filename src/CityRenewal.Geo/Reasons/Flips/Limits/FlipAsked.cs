namespace CityRenewal.Geo.Reasons;

/// <summary>A flip whose effects on the limits of a request are asked for.</summary>
/// <param name="Unit">The unit with the plan laid on it.</param>
/// <param name="Node">The node of the unit.</param>
/// <param name="Area">The area; <see cref="UnitFlips.None"/> where one begins.</param>
/// <param name="Way">What happens to the area.</param>
internal readonly record struct FlipAsked(UnitFlips Unit, int Node, int Area, FlipWay Way)
{
    /// <summary>The node among the city's.</summary>
    public int CityNode => Unit.Land.CityNode(Node);

    /// <summary>Whether the node comes into an area.</summary>
    public bool IsIn => Way is FlipWay.Joins or FlipWay.Begins;

    /// <summary>1 where the node comes into an area, -1 where it leaves.</summary>
    public int Sign => IsIn ? 1 : -1;

    /// <summary>The parcels of the node.</summary>
    public ReadOnlySpan<int> Parcels =>
        Unit.Land.Nodes.Parcels.AsSpan(Unit.Land.Nodes.ParcelStart[CityNode]..Unit.Land.Nodes.ParcelStart[CityNode + 1]);
}
