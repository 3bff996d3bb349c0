namespace CityRenewal.Geo.Samples;

/// <summary>What sample city is asked for: the same options give the same city, byte by byte.</summary>
/// <param name="Parcels">Number of parcels, met exactly; at least 50.</param>
/// <param name="Seed">Chooses the city.</param>
public sealed record SampleOptions(int Parcels, int Seed = 7)
{
    /// <summary>Distance between the vertices of the urban development boundary, metres; in [0.5, 200].</summary>
    public double UdbVertexSpacingM { get; init; } = 12;

    /// <summary>
    /// How far the lines of other offices stray at most from the parcels that they follow, metres, in [0, 5]: the boundary,
    /// control lines, historic zones and plots then follow them everywhere. Null leaves each office its own habit, and the boundary
    /// crosses parcels here and there.
    /// </summary>
    public double? StrayM { get; init; }

    /// <summary>The kind of town.</summary>
    public TownKind Town { get; init; }

    /// <summary>Threads to use; the city does not depend on it. 0 takes all.</summary>
    public int Threads { get; init; }

    /// <summary>The year in which the city was surveyed: ages count from here.</summary>
    public const int BaselineYear = 2026;

    /// <summary>Whether the registers know everything and the drawing is exact: the ground that defects are planted on.</summary>
    internal bool IsSound { get; init; }

    internal ParallelOptions InParallel(CancellationToken cancel) =>
        new() { CancellationToken = cancel, MaxDegreeOfParallelism = Threads == 0 ? -1 : Threads };

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parcels, 50);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Parcels, 20_000_000);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (UdbVertexSpacingM is not (>= 0.5 and <= 200))
        {
            throw new ArgumentOutOfRangeException(nameof(UdbVertexSpacingM), UdbVertexSpacingM, "Give 0.5 to 200 metres.");
        }

        if (StrayM is not (null or (>= 0 and <= 5)))
        {
            throw new ArgumentOutOfRangeException(nameof(StrayM), StrayM, "Give 0 to 5 metres.");
        }
    }
}
