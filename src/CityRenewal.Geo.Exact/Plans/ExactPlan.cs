namespace CityRenewal.Geo.Exact.Plans;

/// <summary>The best plan of some units.</summary>
/// <param name="Areas">Its areas; null where none was found that keeps every limit.</param>
/// <param name="Value">What it is worth, m²; −∞ where none was found.</param>
/// <param name="Bound">What no plan is worth more than, m²; −∞ where none keeps every limit.</param>
internal sealed record ExactPlan(IReadOnlyList<AreaColumn>? Areas, double Value, double Bound)
{
    /// <summary>What the first bound was: areas in shares, before any branching, m².</summary>
    public required double Root { get; init; }

    /// <summary>Branches looked at, areas listed, models solved.</summary>
    public required (int Branches, int Areas, int Models) Work { get; init; }

    /// <summary>Whether the plan is proven to be the best, to a tenth of a m² and a millionth of it.</summary>
    public bool IsProven => Bound - Value <= ExactPlans.Tolerance(Value);
}
