namespace CityRenewal.Geo.Shapes;

/// <summary>How far a long piece of work is: shown to people, never part of a result.</summary>
/// <param name="Stage">What is being done, in a few words.</param>
/// <param name="Share">Done share of the stage, in [0, 1].</param>
public readonly record struct WorkProgress(string Stage, double Share)
{
    /// <summary>
    /// What the best valid answer so far is worth, m²; it never falls during a search, but where land that has to be in and costs
    /// more than it is worth is searched. Null outside of one.
    /// </summary>
    public double? Found { get; init; }

    /// <summary>What any answer can be worth at most, m²; it never rises during a search. Null outside of one.</summary>
    public double? Bound { get; init; }
}
