namespace CityRenewal.Geo.Exact;

/// <summary>The best area of a region, or how far the best found can be from it.</summary>
/// <param name="Nodes">The area's parcels' nodes, ascending; empty where no area keeps the limits or none was found.</param>
/// <param name="Value">Its value, m²; −∞ without an area.</param>
/// <param name="Bound">What an area of the region can be worth at most, m²; −∞ where none keeps the limits.</param>
/// <param name="IsProven">Whether the value is the optimum, to a tenth of a thousandth of a m².</param>
internal sealed record RegionResult(IReadOnlyList<int> Nodes, double Value, double Bound, bool IsProven)
{
    /// <summary>Models solved.</summary>
    public required int Rounds { get; init; }

    /// <summary>Rows of contiguity added.</summary>
    public required int Cuts { get; init; }

    /// <summary>Branching nodes searched in all.</summary>
    public required long Searched { get; init; }
}
