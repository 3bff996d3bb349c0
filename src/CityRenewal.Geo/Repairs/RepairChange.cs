using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Repairs;

/// <summary>A change of an area that makes it keep rules which it broke, with everything that it costs.</summary>
public sealed record RepairChange
{
    /// <summary>Ids of the parcels that come in, in order.</summary>
    public required IReadOnlyList<string> ParcelsIn { get; init; }

    /// <summary>Ids of the parcels that go out, in order.</summary>
    public required IReadOnlyList<string> ParcelsOut { get; init; }

    /// <summary>Ids of the buildings whose demolition by choice is given up, in order.</summary>
    public required IReadOnlyList<string> Kept { get; init; }

    /// <summary>Ids of buildings of parcels that come in whose evidence would let them go: kept too, a repair demolishes nothing new.</summary>
    public required IReadOnlyList<string> KeptOnLandIn { get; init; }

    /// <summary>Land that comes in, m².</summary>
    public required double LandInM2 { get; init; }

    /// <summary>Land that goes out, m².</summary>
    public required double LandOutM2 { get; init; }

    /// <summary>Floor area that stays with the demolitions given up, m²; what is unknown of it is not in it.</summary>
    public required double FloorAreaKeptM2 { get; init; }

    /// <summary>What the area's benefit changes by, m².</summary>
    public required double BenefitChangeM2 { get; init; }

    /// <summary>What the objective changes by: benefit, price of the outline, what soft limits cost, m².</summary>
    public required double ObjectiveChangeM2 { get; init; }

    /// <summary>
    /// Whether no smaller change does: every one with less land was tried, or cannot do. Else it is the smallest that was found.
    /// </summary>
    public required bool IsLeast { get; init; }

    /// <summary>Areas that were judged to find it.</summary>
    public required long Tried { get; init; }

    /// <summary>The area with the change.</summary>
    public required EditedArea After { get; init; }

    /// <summary>Land that changes sides, m².</summary>
    public double LandM2 => LandInM2 + LandOutM2;

    /// <summary>The edits that make it, in their order.</summary>
    public required IReadOnlyList<Edit> Edits { get; init; }

    /// <summary>What changes are weighed by.</summary>
    internal ChangeCost Cost { get; init; }
}
