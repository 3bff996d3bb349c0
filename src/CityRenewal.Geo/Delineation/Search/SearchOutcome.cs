using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>What the search found in all units.</summary>
/// <param name="Areas">City-wide nodes of each area, by unit, then as found.</param>
/// <param name="Units">The planning unit of each area, -1 without.</param>
/// <param name="Prices">What all units pay alike for the limits of the whole plan.</param>
/// <param name="Proofs">What proves the bound of each unit at these prices.</param>
internal sealed record SearchOutcome(
    IReadOnlyList<int[]> Areas, IReadOnlyList<int> Units, PlanPrices Prices, IReadOnlyList<UnitCertificate> Proofs)
{
    /// <summary>Upper bound of what areas can be worth together, m², as the search knows it.</summary>
    public double Bound { get; init; }

    /// <summary>What proves the bound, as it is written; null where it is not for the problem as requested.</summary>
    public PlanCertificate? Certificate { get; init; }

    /// <summary>What the check of the certificate says; null where nothing was checked.</summary>
    public CertificateVerdict? Verdict { get; init; }

    /// <summary>The work that was done; the same work makes the same plan again.</summary>
    public SearchWork Work { get; init; }

    /// <summary>Whether the search was told to end before its work was done.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The hard limits over the plan that no choice of areas found keeps, by the word of the request.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];
}
