namespace CityRenewal.Geo.Certificates;

/// <summary>What the check of a certificate says.</summary>
/// <param name="Faults">Everything that does not hold, by unit; empty where the bound is proven.</param>
/// <param name="Millionths">The bound as the check computes it from the facts, millionths of a m².</param>
/// <param name="Units">Number of units.</param>
/// <param name="TightUnits">Units in which no flow proves a lower bound at their prices.</param>
public sealed record CertificateVerdict(IReadOnlyList<CertificateFault> Faults, Int128 Millionths, int Units, int TightUnits)
{
    /// <summary>Nothing was checked, and nothing is claimed.</summary>
    public static readonly CertificateVerdict Unchecked = new([new CertificateFault(-1, "The bound was not checked.", "上界未经核验。")], 0, 0, 0);

    /// <summary>Units bounded without what is locked in, as no area can hold it there.</summary>
    public int UnitsWithoutLocks { get; init; }

    private const double Million = 1e6;

    /// <summary>Whether the certificate proves its bound.</summary>
    public bool Holds => Faults.Count == 0;

    /// <summary>The bound, m²: never less than the proven whole number.</summary>
    public double Bound => (double)Millionths is var near && (Int128)near < Millionths ? Math.BitIncrement(near) / Million : near / Million;
}
