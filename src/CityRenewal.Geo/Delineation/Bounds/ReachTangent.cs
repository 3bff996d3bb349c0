namespace CityRenewal.Geo.Delineation;

/// <summary>What a choice of parts at a place is worth, as a function of prices.</summary>
/// <param name="parts">Numbers of the parts, ascending.</param>
/// <param name="worth">What they are worth where nothing has a price, m².</param>
internal sealed class ReachTangent(int[] parts, double worth)
{
    /// <summary>Numbers of the parts, ascending.</summary>
    public int[] Parts { get; } = parts;

    /// <summary>What they are worth where nothing has a price, m².</summary>
    public double Worth { get; } = worth;

    /// <summary>What they gain per price of each limit that the place knows.</summary>
    public List<double> Slopes { get; } = [];

    /// <summary>How far a step is led by it, in [0, 1].</summary>
    public double Share { get; set; }
}
