using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>What an edit session begins with: the areas of a plan, or boundaries made of whole parcels.</summary>
public sealed record EditStart
{
    /// <summary>Ids of the areas with those of their parcels; no parcel is in two of them.</summary>
    public required IReadOnlyList<(string Id, IReadOnlyList<string> Parcels)> Areas { get; init; }

    /// <summary>
    /// What is proposed for buildings; null where nothing is proposed yet, which is not "retain all". A building that is not
    /// named takes what its evidence proposes.
    /// </summary>
    public IReadOnlyList<BuildingDisposition>? Dispositions { get; init; }

    /// <summary>Proven upper bound of the plan's objective, m²; null where nobody proved one.</summary>
    public double? Bound { get; init; }

    /// <summary>Benefit of what had to be in areas when the bound was proven, m².</summary>
    public double ObligatoryBenefit { get; init; }

    /// <summary>What a reader of the plan must know.</summary>
    public IReadOnlyList<PlanNote> Notes { get; init; } = [];

    /// <summary>
    /// Edits of earlier sessions, told before those of this one. Their splits and locks are made again; areas and dispositions
    /// are given as they became.
    /// </summary>
    public IReadOnlyList<AppliedEdit> Earlier { get; init; } = [];

    /// <summary>Begins with a plan that was made from a city.</summary>
    public static EditStart From(Plan plan, City city) => new()
    {
        Areas = [.. plan.Areas.Select(area => (area.Id, (IReadOnlyList<string>)[.. area.Parcels.Select(parcel => city.Parcels.Ids[parcel])]))],
        Dispositions = [.. plan.Areas.SelectMany(area => area.Dispositions)],
        Bound = plan.IsBoundProven ? plan.Bound : null,
        ObligatoryBenefit = plan.ObligatoryBenefit,
        Notes = plan.Notes,
    };
}
