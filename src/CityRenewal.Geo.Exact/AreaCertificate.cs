namespace CityRenewal.Geo.Exact;

/// <summary>
/// How good an area is among all areas that its own land and the free land around it allow, every other area left as it is.
/// </summary>
public sealed record AreaCertificate
{
    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>How many steps of free land around it were looked at.</summary>
    public required int Rings { get; init; }

    /// <summary>Parcels that the area could be made of.</summary>
    public required int Candidates { get; init; }

    /// <summary>What the area is worth, m²; null where it breaks a limit of the request.</summary>
    public required double? Value { get; init; }

    /// <summary>What the best area found is worth, m²; null where none keeps the limits.</summary>
    public required double? Best { get; init; }

    /// <summary>What no area of this land can exceed, m².</summary>
    public required double Bound { get; init; }

    /// <summary>Whether the best is proven to be the optimum, to a tenth of a thousandth of a m².</summary>
    public required bool IsProven { get; init; }

    /// <summary>Parcels of the best area that the area lacks, as rows of the city, ascending.</summary>
    public required IReadOnlyList<int> Added { get; init; }

    /// <summary>Parcels of the area that the best lacks, as rows of the city, ascending.</summary>
    public required IReadOnlyList<int> Removed { get; init; }

    /// <summary>Models solved, rows of contiguity added, branching nodes searched.</summary>
    public required (int Rounds, int Cuts, long Nodes) Work { get; init; }

    /// <summary>(bound − value) ÷ |value|; null where the area has no value above 0.</summary>
    public double? Gap => Value is > 0 and var value ? Math.Max(0, Bound - value) / value : null;

    /// <summary>Whether the area itself is proven to be the best of its land.</summary>
    public bool IsClosed => IsProven && Value is { } value && Best is { } best && best - value <= Tolerance;

    /// <summary>Differences below this are rounding, m².</summary>
    public const double Tolerance = 1e-3;
}
