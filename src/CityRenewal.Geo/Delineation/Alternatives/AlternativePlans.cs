namespace CityRenewal.Geo.Delineation;

/// <summary>The plans for one request, ranked, and the roof that no plan can be above.</summary>
/// <param name="Alternatives">The plans by rank; at least one.</param>
/// <param name="Front">The outer front of benefit and length of outline.</param>
public sealed record AlternativePlans(IReadOnlyList<Alternative> Alternatives, OuterFront Front)
{
    /// <summary>How many plans were asked for; fewer come where no more differ enough.</summary>
    public int Asked { get; init; } = 1;
}
