namespace CityRenewal.Geo.Certificates;

/// <summary>
/// A certificate (证书) of a plan's bound: the prices of what limits the whole plan, and per planning unit what proves its
/// part. Anyone who has the city can check it without searching anything.
/// </summary>
public sealed record PlanCertificate
{
    /// <summary>Version of the city that it speaks of.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Price of each sum over the whole plan per millionth of its unit, in 2⁻³² millionths of a m².</summary>
    public required IReadOnlyList<long> PlanPrices { get; init; }

    /// <summary>What every area costs for the most number of areas, negative for the least, in 2⁻³² millionths of a m².</summary>
    public required Int128 AreaPrice { get; init; }

    /// <summary>The units, in the order of the problem.</summary>
    public required IReadOnlyList<UnitCertificate> Units { get; init; }

    /// <summary>The bound of the whole plan, millionths of a m².</summary>
    public required Int128 Millionths { get; init; }
}
