namespace CityRenewal.Geo.Delineation;

/// <summary>What the search keeps to, in the units it computes in.</summary>
/// <param name="Price">Price of a length unit of outline, m² of benefit.</param>
/// <param name="LeastTwiceArea">Twice the smallest net area, square grid units.</param>
/// <param name="MostTwiceArea">Twice the largest net area, square grid units.</param>
/// <param name="Seed">Seed of the run.</param>
internal sealed record SearchLimits(double Price, long LeastTwiceArea, long MostTwiceArea, long Seed)
{
    /// <summary>Benefits are whole millionths of a m²: their sums do not depend on their order.</summary>
    public const double BenefitUnit = 1e-6;
}
