namespace CityRenewal.Geo.Delineation;

/// <summary>How long a search may work, and how it is told to end early with what it has.</summary>
public sealed record SearchRun
{
    /// <summary>Ends by itself as soon as every unit was searched.</summary>
    public static readonly SearchRun Whole = new();

    /// <summary>
    /// The work to do, as a plan tells it; more visits than units search them again from where they stand. Null searches
    /// every unit once.
    /// </summary>
    public SearchWork? Work { get; init; }

    /// <summary>Ends the search early: the best plan so far is returned with its bound, and says that it was cut short.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether to go on, round after round, until <see cref="Stop"/> or until nothing gets better any more.</summary>
    public bool UntilStopped { get; init; }

    /// <summary>Called when all preparation is done and the search begins.</summary>
    public Action? Begins { get; init; }

    /// <summary>Called when the search has ended.</summary>
    public Action? Ends { get; init; }

    /// <summary>
    /// Cuts that the bound of a unit is lowered by at most, where areas stay well below it; 0 leaves it as the prices of the unit as
    /// a whole prove it. Null takes as many as suit the size of the city. Areas start from what lowers the bound too, so a run that
    /// is to repeat another is given the same number.
    /// </summary>
    public int? BoundCuts { get; init; }

    /// <summary>Whether anybody asks for a bound; where nobody does, no prices of the whole plan are looked for, and any plan is enough.</summary>
    internal bool IsBoundAsked { get; init; } = true;

    /// <summary>Whether another search follows, so that work left over belongs to that one.</summary>
    internal bool IsOneOfSeveral { get; init; }

    /// <summary>Whether the search goes on after every unit was searched.</summary>
    internal bool GoesOn => UntilStopped || (Work is not null && !IsOneOfSeveral);

    /// <summary>What is left after some work.</summary>
    internal SearchRun After(SearchWork done) =>
        this with { Work = Work is { } work ? new SearchWork(Math.Max(0, work.Visits - done.Visits), work.Steps) : null };
}
