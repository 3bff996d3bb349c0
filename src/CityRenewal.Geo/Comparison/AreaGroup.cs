namespace CityRenewal.Geo.Comparison;

/// <summary>Old and new areas that hang together by shared land, and by nothing else with the rest.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Old">The old areas, by id.</param>
/// <param name="New">The new areas, by id.</param>
/// <param name="Links">Which of them share land, by old id, then by new id.</param>
public sealed record AreaGroup(GroupKind Kind, IReadOnlyList<ComparedArea> Old, IReadOnlyList<ComparedArea> New, IReadOnlyList<AreaLink> Links)
{
    /// <summary>Land of the old areas, m².</summary>
    public double OldM2 => Old.Sum(area => area.AreaM2);

    /// <summary>Land of the new areas, m².</summary>
    public double NewM2 => New.Sum(area => area.AreaM2);

    /// <summary>Whether nothing of it is another: land, numbers, verdicts.</summary>
    public bool IsUnchanged => Kind == GroupKind.SameLand && Links.All(link => link.Numbers.Count == 0 && link.Verdicts.Count == 0);
}
