using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Reasons;

/// <summary>An area whose shape is to be explained: its name and its parcels.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Parcels">Its parcels as rows of the city.</param>
public sealed record AreaMembers(string Id, IReadOnlyList<int> Parcels)
{
    /// <summary>The areas of a plan.</summary>
    public static IReadOnlyList<AreaMembers> Of(Plan plan) => [.. plan.Areas.Select(area => new AreaMembers(area.Id, area.Parcels))];
}
