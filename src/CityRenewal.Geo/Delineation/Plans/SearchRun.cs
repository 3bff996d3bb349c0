namespace CityRenewal.Geo.Delineation;

/// <summary>How long a search may work, and how it is told to end early with what it has.</summary>
public sealed record SearchRun
{
    /// <summary>Ends by itself as soon as every unit was searched.</summary>
    public static readonly SearchRun Whole = new();

    /// <summary>
    /// Visits of a unit that the search makes in all; more visits than units search them again from where they stand. Null
    /// searches every unit once.
    /// </summary>
    public long? Work { get; init; }

    /// <summary>Ends the search early: the best plan so far is returned with its bound, and says that it was cut short.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether to go on, round after round, until <see cref="Stop"/> or until nothing gets better any more.</summary>
    public bool UntilStopped { get; init; }

    /// <summary>Called when all preparation is done and the search begins.</summary>
    public Action? Begins { get; init; }

    /// <summary>Called when the search has ended.</summary>
    public Action? Ends { get; init; }
}
