using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a search is asked for besides the land: what parcels need, and what areas and plan keep to.</summary>
/// <param name="Need">The need of every parcel.</param>
/// <param name="Rows">Rules as sums over the parcels of an area.</param>
/// <param name="Limits">Size, shape, number and prices.</param>
internal sealed record SearchRequest(NeedScores Need, IReadOnlyList<RuleRow> Rows, SearchLimits Limits)
{
    /// <summary>What is asked of floor area; null where it has no worth.</summary>
    public CertifiedFloors? Floors { get; init; }

    /// <summary>Sums over all areas together.</summary>
    public PlanRows Sums { get; init; } = PlanRows.None;
}
