namespace CityRenewal.Geo.Delineation;

/// <summary>The plans that one chain drew in one unit.</summary>
/// <param name="Numbers">The numbers of each, in the order drawn.</param>
/// <param name="Takes">What each takes of the limits over the plan.</param>
/// <param name="Frequency">How many of them have each node of the unit in an area.</param>
internal sealed record UnitDraws(PlanNumbers[] Numbers, long[][] Takes, int[] Frequency)
{
    /// <summary>Steps proposed and taken.</summary>
    public (long Proposed, long Accepted) Steps { get; init; }
}
