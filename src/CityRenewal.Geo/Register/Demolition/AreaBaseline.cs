namespace CityRenewal.Geo.Register;

/// <summary>What stood on an area before renewal, frozen at a named date.</summary>
/// <param name="Area">Id of the registered area.</param>
/// <param name="Date">The baseline date 基准日.</param>
/// <param name="Version">The version of the city's buildings that it was read from.</param>
/// <param name="Buildings">The buildings by id.</param>
public sealed record AreaBaseline(string Area, DateOnly Date, int Version, IReadOnlyList<BaselineBuilding> Buildings);
