namespace CityRenewal.Geo.Register;

/// <summary>An area or project of the register with its whole history.</summary>
public sealed record RegisterEntry
{
    /// <summary>Its id, unique in the register.</summary>
    public required string Id { get; init; }

    /// <summary>Area or project.</summary>
    public required RegisterKind Kind { get; init; }

    /// <summary>Id of the area that a project is part of; an area's own id.</summary>
    public required string Area { get; init; }

    /// <summary>Name for people; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Category as the rule packs write it, old_residential for 老旧小区; empty where none is given.</summary>
    public string Category { get; init; } = "";

    /// <summary>Phase 分期 as the office writes it; empty where none is given.</summary>
    public string Phase { get; init; } = "";

    /// <summary>Fiscal coefficient 财政系数 as entered; null where nobody entered one.</summary>
    public double? FiscalCoefficient { get; init; }

    /// <summary>Its parcels by id, as they were registered.</summary>
    public required IReadOnlyList<RegisteredParcel> Parcels { get; init; }

    /// <summary>Its steps, oldest first; never empty.</summary>
    public required IReadOnlyList<RegisterStep> History { get; init; }

    /// <summary>What it demolishes by its newest disposition; empty where none was recorded.</summary>
    public IReadOnlyList<DemolitionClaim> Claims { get; init; } = [];

    /// <summary>Whether anybody recorded what it demolishes; an empty list says "nothing" only then.</summary>
    public bool HasDisposition { get; init; }

    /// <summary>What it is now.</summary>
    public RegisterState State => History[^1].State;

    /// <summary>Whether what it plans still counts: everything but exited.</summary>
    public bool IsLive => State != RegisterState.Exited;

    /// <summary>Sum of its parcels' land, m².</summary>
    public double LandM2 => Parcels.Sum(parcel => parcel.LandM2);
}
