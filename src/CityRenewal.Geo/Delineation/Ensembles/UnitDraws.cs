namespace CityRenewal.Geo.Delineation;

/// <summary>The plans that one chain drew in one unit, those alone that keep every hard limit of the unit.</summary>
/// <param name="Numbers">The numbers of each, in the order drawn.</param>
/// <param name="Takes">What each takes of the limits over the plan.</param>
/// <param name="Frequency">How many of them have each node of the unit in an area.</param>
internal sealed record UnitDraws(PlanNumbers[] Numbers, long[][] Takes, int[] Frequency)
{
    /// <summary>Plans drawn that broke a rule that is no sum, a set, an enclave or a remainder, and are not among these.</summary>
    public int LeftOut { get; init; }

    /// <summary>Per plan the piece of each node of the unit, -1 where it is in none; empty where no distance is asked for.</summary>
    public IReadOnlyList<int[]> Pieces { get; init; } = [];

    /// <summary>Steps proposed and taken.</summary>
    public (long Proposed, long Accepted) Steps { get; init; }
}
