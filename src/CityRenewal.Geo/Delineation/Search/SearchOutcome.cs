namespace CityRenewal.Geo.Delineation;

/// <summary>What the search found in all units.</summary>
/// <param name="Areas">City-wide nodes of each area, by unit, then as found.</param>
/// <param name="Units">The planning unit of each area, -1 without.</param>
/// <param name="Bound">Upper bound of what areas can be worth together, m²: the sum over the units.</param>
internal sealed record SearchOutcome(IReadOnlyList<int[]> Areas, IReadOnlyList<int> Units, double Bound)
{
    /// <summary>The work that was done; the same work makes the same plan again.</summary>
    public SearchWork Work { get; init; }

    /// <summary>Whether the search was told to end before its work was done.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The prices of the limits over the plan at which the bound holds.</summary>
    public GlobalPrices Prices { get; init; } = GlobalPrices.None;

    /// <summary>The hard limits over the plan that no choice of areas found keeps, by the word of the request.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];
}
