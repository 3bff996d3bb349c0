using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cities;

/// <summary>One boundary with everything that the rules say of it.</summary>
/// <param name="Id">Its id as given.</param>
/// <param name="Parcels">Rows of the parcels that belong to it, ascending.</param>
/// <param name="Findings">Every rule, in the order of the pack; of a project those that are asked of projects.</param>
public sealed record ReviewedBoundary(string Id, IReadOnlyList<int> Parcels, IReadOnlyList<Finding> Findings)
{
    /// <summary>The area that it is a project of, empty where it lies in none; null where it is an area itself.</summary>
    public string? ProjectOf { get; init; }

    /// <summary>What stands on it, with its outline on the city's grid and, of a plan, what is proposed for its buildings.</summary>
    public required AreaStock Stock { get; init; }
}
