using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>The land that is measured: an area of a plan, or parcels that somebody drew a boundary around.</summary>
/// <param name="Parcels">Rows of its parcels.</param>
/// <param name="Outline">Its outline as one feature on the city's grid, inner streets included.</param>
/// <param name="Dispositions">What is proposed for its buildings; null where nothing is proposed yet, which is not "retain all".</param>
public sealed record AreaLand(
    IReadOnlyList<int> Parcels, PolygonColumns Outline, IReadOnlyList<BuildingDisposition>? Dispositions = null)
{
    /// <summary>The land of a renewal area of a plan.</summary>
    public static AreaLand From(RenewalArea area) => new(area.Parcels, area.Outline, area.IsProposed ? area.Dispositions : null);
}
