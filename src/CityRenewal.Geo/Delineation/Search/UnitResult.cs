using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>What was found in one planning unit.</summary>
/// <param name="Areas">City-wide nodes of each area, streets included, ascending; by their smallest node.</param>
/// <param name="Value">Benefit minus the prices of outline, opening and soft rows, m².</param>
/// <param name="Proof">What proves the bound.</param>
internal sealed record UnitResult(IReadOnlyList<int[]> Areas, double Value, UnitCertificate Proof)
{
    /// <summary>Upper bound of what areas in the unit can be worth, m².</summary>
    public double Bound => Proof.Millionths * SearchLimits.BenefitUnit;

    /// <summary>Areas that hold what is locked in and break a limit of areas.</summary>
    public int Broken { get; init; }

    /// <summary>Whether it breaks less than another, or as much and is worth more.</summary>
    public bool IsBetterThan(UnitResult other) => Broken < other.Broken || (Broken == other.Broken && Value > other.Value);

    /// <summary>Areas seen on the way, where the search was asked to keep them.</summary>
    public IReadOnlyList<SeenArea> Seen { get; init; } = [];

    /// <summary>Proposals made; a search with the same options that stops after as many finds the same.</summary>
    public long Work { get; init; }
}
