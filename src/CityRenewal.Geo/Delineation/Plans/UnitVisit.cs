namespace CityRenewal.Geo.Delineation;

/// <summary>One visit of a unit: a search of fixed work that depends on nothing but its input.</summary>
/// <param name="Round">How many times the unit was visited before: another round tries otherwise.</param>
/// <param name="Start">City-wide nodes of the areas that the visit begins from; none begins from the cut.</param>
/// <param name="Fixed">City-wide nodes of the areas that stay as they are.</param>
/// <param name="StopAfter">Steps after which it ends in any case.</param>
internal sealed record UnitVisit(int Round, IReadOnlyList<int[]> Start, IReadOnlyList<int[]> Fixed, long StopAfter)
{
    /// <summary>What the visit finds.</summary>
    public UnitResult Of(UnitLand land, UnitCut cut, CancellationToken cancel) => UnitSearch.Of(land, cut, cancel);
}
