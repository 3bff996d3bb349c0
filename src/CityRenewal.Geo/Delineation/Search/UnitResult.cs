namespace CityRenewal.Geo.Delineation;

/// <summary>What was found in one planning unit.</summary>
/// <param name="Areas">City-wide nodes of each area, streets included, ascending.</param>
/// <param name="Value">Benefit minus the price of the outlines, m².</param>
/// <param name="Bound">Upper bound of what areas in the unit can be worth, m².</param>
internal sealed record UnitResult(IReadOnlyList<int[]> Areas, double Value, double Bound)
{
    /// <summary>Proposals that the search made.</summary>
    public long Work { get; init; }
}
