using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>What is known of one building when its disposition is chosen; what is not known stays unknown.</summary>
internal sealed record BuildingEvidence
{
    /// <summary>Index into the city's buildings.</summary>
    public required int Building { get; init; }

    /// <summary>Whether it is a protected item or holds one.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Whether it stands in a core protection zone.</summary>
    public bool IsInCoreZone { get; init; }

    /// <summary>Danger grade.</summary>
    public DangerGrade Danger { get; init; }

    /// <summary>Whether the danger grade has a certificate.</summary>
    public bool IsCertified { get; init; }

    /// <summary>Whether it is worth repairing.</summary>
    public RepairValue Repair { get; init; }

    /// <summary>Illegal floor area, m²; NaN where unknown.</summary>
    public double IllegalArea { get; init; } = Unknown.Real;

    /// <summary>Whether the illegal part has a decision.</summary>
    public bool HasDecision { get; init; }

    /// <summary>Years since it was built; unknown where the year is.</summary>
    public int Age { get; init; } = Unknown.Integer;

    /// <summary>Years since it was last renewed; unknown where it was not or nobody knows.</summary>
    public int YearsSinceRenewal { get; init; } = Unknown.Integer;

    /// <summary>Floor area with its interval.</summary>
    public FloorArea FloorArea { get; init; } = new(Unknown.Real, Unknown.Real, Unknown.Real);
}
