using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Readiness;

namespace CityRenewal.Geo.Cities;

/// <summary>Everything that a check of a city tells.</summary>
public sealed record CheckReport
{
    /// <summary>The city.</summary>
    public required City City { get; init; }

    /// <summary>All defects, in the order of <see cref="Defect.Compare"/>.</summary>
    public required IReadOnlyList<Defect> Defects { get; init; }

    /// <summary>Reference system of every layer as delivered, which the places of its defects are in.</summary>
    public required IReadOnlyDictionary<string, int> Systems { get; init; }

    /// <summary>The offending pieces of land, on the city's grid: overlaps and gaps.</summary>
    public required IReadOnlyList<DefectLand> Lands { get; init; }

    /// <summary>How far layers differ.</summary>
    public required LayerTolerances Tolerances { get; init; }

    /// <summary>Which conclusions the data carry.</summary>
    public required IReadOnlyList<Conclusion> Readiness { get; init; }

    /// <summary>The fabric, with the area ledger.</summary>
    public required LandFabric Fabric { get; init; }
}
