using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Areas;

/// <summary>
/// A renewal area (更新片区): a contiguous group of parcels proposed together, with the street strips between them.
/// Gross area is that of the outline, net area that of its parcels.
/// </summary>
public sealed record RenewalArea
{
    /// <summary>Name inside the plan: A001, A002, … from the largest net area down, ties by smallest parcel id.</summary>
    public required string Id { get; init; }

    /// <summary>The planning unit it lies in, as an index into the unit layer; -1 where there are no units.</summary>
    public required int Unit { get; init; }

    /// <summary>Its parcels as indices into the city, ascending.</summary>
    public required IReadOnlyList<int> Parcels { get; init; }

    /// <summary>The faces of the land fabric that are streets or voids inside the area, ascending.</summary>
    public required IReadOnlyList<int> StreetFaces { get; init; }

    /// <summary>Outline on the grid: one feature, holes kept.</summary>
    public required PolygonColumns Outline { get; init; }

    /// <summary>Area of the outline, m², inner streets included.</summary>
    public required double GrossArea { get; init; }

    /// <summary>Area of its parcels, m², as faces of the land fabric.</summary>
    public required double NetArea { get; init; }

    /// <summary>Length of the outline, metres, holes included.</summary>
    public required double Perimeter { get; init; }

    /// <summary>Sum of its parcels' benefit, m².</summary>
    public required double Benefit { get; init; }

    /// <summary>Need score of its parcels, weighted by net area over those whose need is known, in [0, 1]; null where none is.</summary>
    public required double? Need { get; init; }

    /// <summary>Share of the net area whose need is known, in [0, 1].</summary>
    public required double NeedKnownShare { get; init; }

    /// <summary>New floor area that the plan proposes, m²; null where it proposes none of its own and the detailed plan's limits tell.</summary>
    public double? NewFloorArea { get; init; }

    /// <summary>Ids of the projects of the request that lie in it, in the order of the request.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>What is proposed for each of its buildings, by building index ascending.</summary>
    public required IReadOnlyList<BuildingDisposition> Dispositions { get; init; }

    /// <summary>Whether anything is proposed for its buildings; not so in a drawn boundary, where nobody has said what goes or stays.</summary>
    public bool IsProposed { get; init; } = true;
}
