using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>What the search found in all units.</summary>
/// <param name="Areas">City-wide nodes of each area, by unit, then as found.</param>
/// <param name="Units">The planning unit of each area, -1 without.</param>
/// <param name="Prices">What all units paid alike for the limits of the whole plan.</param>
/// <param name="Proofs">What proves the bound of each unit.</param>
internal sealed record SearchOutcome(
    IReadOnlyList<int[]> Areas, IReadOnlyList<int> Units, PlanPrices Prices, IReadOnlyList<UnitCertificate> Proofs);
