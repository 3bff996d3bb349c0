using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Register;

/// <summary>A boundary that is held against the register.</summary>
/// <param name="Id">Its id; an entry of the same id is the one that it revises.</param>
/// <param name="Parcels">Rows of its parcels.</param>
/// <param name="Dispositions">What is proposed for its buildings; null where nothing is proposed yet.</param>
public sealed record SubmittedLand(string Id, IReadOnlyList<int> Parcels, IReadOnlyList<BuildingDisposition>? Dispositions)
{
    /// <summary>The area that it is a project of; null where it is an area itself.</summary>
    public string? ProjectOf { get; init; }
}
