namespace CityRenewal.Geo.Delineation;

/// <summary>The whole problem as a search reads it: the land, what it is worth, and what every area and the plan keep to.</summary>
/// <param name="Nodes">The land.</param>
/// <param name="Benefits">Benefit of each node, millionths of a m².</param>
/// <param name="Limits">What every area and the plan keep to.</param>
/// <param name="Rows">Sums over every area.</param>
internal sealed record SearchProblem(LandNodes Nodes, long[] Benefits, SearchLimits Limits, NodeRows Rows)
{
    /// <summary>Sums over the whole plan.</summary>
    public PlanRows PlanRows { get; init; } = PlanRows.None;

    /// <summary>What floor area is worth that goes or is newly built.</summary>
    public FloorWorths Floors { get; init; } = FloorWorths.None;

    /// <summary>Which parcels may join, and why others may not.</summary>
    public required Membership Membership { get; init; }
}
