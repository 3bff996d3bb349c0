namespace CityRenewal.Geo.Delineation;

/// <summary>What the search keeps to, in the units it computes in.</summary>
/// <param name="Price">Price of a length unit of outline, m² of benefit.</param>
/// <param name="LeastTwiceArea">Twice the smallest net area, square grid units.</param>
/// <param name="MostTwiceArea">Twice the largest net area, square grid units.</param>
/// <param name="Seed">Seed of the run.</param>
internal sealed record SearchLimits(double Price, long LeastTwiceArea, long MostTwiceArea, long Seed)
{
    /// <summary>What every area costs by itself, m² of benefit (κ).</summary>
    public double Opening { get; init; }

    /// <summary>Smallest Polsby-Popper compactness of an area, in [0, 1]; 0 asks for none.</summary>
    public double LeastPolsbyPopper { get; init; }

    /// <summary>Fewest areas of a plan.</summary>
    public int FewestAreas { get; init; }

    /// <summary>Most areas of a plan.</summary>
    public int MostAreas { get; init; } = int.MaxValue;

    /// <summary>Benefits are whole millionths of a m²: their sums do not depend on their order.</summary>
    public const double BenefitUnit = 1e-6;
}
