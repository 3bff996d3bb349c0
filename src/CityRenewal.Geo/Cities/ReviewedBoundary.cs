using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cities;

/// <summary>One boundary with everything that the rules say of it.</summary>
/// <param name="Id">Its id as given.</param>
/// <param name="Parcels">Rows of the parcels that belong to it, ascending.</param>
/// <param name="Findings">Every rule, in the order of the pack.</param>
public sealed record ReviewedBoundary(string Id, IReadOnlyList<int> Parcels, IReadOnlyList<Finding> Findings)
{
    /// <summary>What stands on it, with its outline on the city's grid; nothing is proposed for its buildings.</summary>
    public required AreaStock Stock { get; init; }
}
