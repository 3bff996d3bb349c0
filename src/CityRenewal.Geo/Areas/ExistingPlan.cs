namespace CityRenewal.Geo.Areas;

/// <summary>A plan that already exists, to begin from: its areas, and what it costs to depart from them.</summary>
/// <param name="Areas">Its areas.</param>
public sealed record ExistingPlan(IReadOnlyList<ExistingArea> Areas)
{
    /// <summary>What each m² of land that changes sides costs, m² of benefit: land that leaves the areas and land that joins them; in [0, 1000].</summary>
    public double ChangePrice { get; init; }
}

/// <summary>One area of an existing plan.</summary>
/// <param name="Id">Its name in that plan.</param>
/// <param name="Parcels">Ids of its parcels.</param>
public sealed record ExistingArea(string Id, IReadOnlyList<string> Parcels)
{
    /// <summary>Whether it stays exactly as it is.</summary>
    public bool IsKept { get; init; }
}
