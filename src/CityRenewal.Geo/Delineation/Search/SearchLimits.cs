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

    /// <summary>What each hundredth of compactness that is missing costs, m² of benefit; infinite where the floor is hard.</summary>
    public double PolsbyPopperPrice { get; init; } = double.PositiveInfinity;

    /// <summary>What each area that is missing costs, m² of benefit; infinite where the number is hard.</summary>
    public double FewestAreasPrice { get; init; } = double.PositiveInfinity;

    /// <summary>What each area too many costs, m² of benefit; infinite where the number is hard.</summary>
    public double MostAreasPrice { get; init; } = double.PositiveInfinity;

    /// <summary>Twice the largest land that a hole of an area may enclose, square grid units.</summary>
    public long MostTwiceEnclave { get; init; } = long.MaxValue;

    /// <summary>What each m² of enclave too much costs, m² of benefit; infinite where the limit is hard.</summary>
    public double EnclavePrice { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// Twice the smallest net land of a piece of a block (<see cref="LandNodes.Blocks"/>) that areas may leave over, square
    /// grid units; 0 asks for none.
    /// </summary>
    public long LeastTwiceRemainder { get; init; }

    /// <summary>What each m² that a remainder is too small costs, m² of benefit; infinite where the limit is hard.</summary>
    public double RemainderPrice { get; init; } = double.PositiveInfinity;

    /// <summary>What each pair of areas with nodes that are too near (<see cref="LandNodes.NearTo"/>) costs; infinite where that is hard.</summary>
    public double SpacingPrice { get; init; } = double.PositiveInfinity;

    /// <summary>The limits without those that only cost: a bound is for what has to be kept.</summary>
    public SearchLimits Hard() => this with
    {
        LeastPolsbyPopper = double.IsFinite(PolsbyPopperPrice) ? 0 : LeastPolsbyPopper,
        FewestAreas = double.IsFinite(FewestAreasPrice) ? 0 : FewestAreas,
        MostAreas = double.IsFinite(MostAreasPrice) ? int.MaxValue : MostAreas,
    };

    /// <summary>Benefits are whole millionths of a m²: their sums do not depend on their order.</summary>
    public const double BenefitUnit = 1e-6;
}
