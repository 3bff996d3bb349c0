namespace CityRenewal.Geo.Exact.Plans;

/// <summary>One area that keeps every limit of an area.</summary>
/// <param name="Unit">Its unit, by place among the units solved.</param>
/// <param name="Nodes">Its parcels' nodes in the unit, ascending.</param>
/// <param name="Value">What it is worth, m².</param>
/// <param name="Takes">What it takes of each row over the plan.</param>
internal sealed record AreaColumn(int Unit, int[] Nodes, double Value, long[] Takes)
{
    /// <summary>What tells it from every other.</summary>
    public string Key { get; } = $"{Unit}:{string.Join(',', Nodes)}";
}
