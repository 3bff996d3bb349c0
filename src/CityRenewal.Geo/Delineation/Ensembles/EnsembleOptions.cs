namespace CityRenewal.Geo.Delineation;

/// <summary>How an ensemble of plans is drawn.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Plans to draw, in [40, 1,000,000].</summary>
    public int Plans { get; init; } = 1_000;

    /// <summary>Chains that draw them, each from a start of its own, in [2, 64]: whether they agree tells whether they have mixed.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>How much less than the best plan a drawn one is worth on average, as a share of it, in (0, 1).</summary>
    public double Loss { get; init; } = 0.05;

    /// <summary>Proposals per parcel between two plans of a chain, at least 1.</summary>
    public int Apart { get; init; } = 20;
}
