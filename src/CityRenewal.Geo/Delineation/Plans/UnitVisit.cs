namespace CityRenewal.Geo.Delineation;

/// <summary>One visit of a unit: a search of fixed work that depends on nothing but its input.</summary>
/// <param name="Round">How many times the unit was visited before: another round tries otherwise.</param>
/// <param name="Start">City-wide nodes of the areas that the visit begins from; none begins from the cut.</param>
/// <param name="IsFixed">Per node of the city whether it stays as it is; empty where nothing is fixed.</param>
internal sealed record UnitVisit(int Round, IReadOnlyList<int[]> Start, bool[] IsFixed)
{
    /// <summary>What the visit finds.</summary>
    public UnitResult Of(UnitLand land, UnitCut cut, CancellationToken cancel) => UnitSearch.Of(land, cut, cancel);
}
