namespace CityRenewal.Geo.Certificates;

/// <summary>The limits that a bound is proven for.</summary>
/// <param name="Price">Price of a length unit of outline, an eighth of a grid unit, m² of benefit.</param>
/// <param name="LeastTwiceArea">Twice the smallest net area, square grid units.</param>
/// <param name="MostTwiceArea">Twice the largest net area, square grid units.</param>
public sealed record CertifiedLimits(double Price, long LeastTwiceArea, long MostTwiceArea)
{
    /// <summary>What every area costs by itself, m² of benefit.</summary>
    public double Opening { get; init; }

    /// <summary>Smallest Polsby-Popper compactness of an area, in [0, 1]; 0 asks for none.</summary>
    public double LeastPolsbyPopper { get; init; }

    /// <summary>Fewest areas of a plan.</summary>
    public int FewestAreas { get; init; }

    /// <summary>Most areas of a plan.</summary>
    public int MostAreas { get; init; } = int.MaxValue;
}
