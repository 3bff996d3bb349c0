namespace CityRenewal.Geo.Service.Runs;

/// <summary>How much work the service takes on.</summary>
public sealed record RunOptions
{
    /// <summary>Runs that are worked on at once. Each uses all threads, so one is fastest; more are fairer.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Runs that may wait; what comes after is refused and may come again later.</summary>
    public int MostWaiting { get; init; } = 64;

    /// <summary>How often a run is begun before it is given up: the service may have stopped because of it.</summary>
    public int MostAttempts { get; init; } = 10;

    /// <summary>How long runs may go on when the service is told to stop; what is not done then is begun again at the next start.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);
}
