namespace CityRenewal.Geo.Delineation;

/// <summary>What the search found in all units.</summary>
/// <param name="Areas">City-wide nodes of each area, by unit, then as found.</param>
/// <param name="Units">The planning unit of each area, -1 without.</param>
/// <param name="Bound">Upper bound of what areas can be worth together, m²: the sum over the units.</param>
internal sealed record SearchOutcome(IReadOnlyList<int[]> Areas, IReadOnlyList<int> Units, double Bound);
