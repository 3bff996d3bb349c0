namespace CityRenewal.Geo.Contiguity;

/// <summary>What makes two parcels neighbours.</summary>
/// <param name="StreetWidthM">Widest street or gap across which parcels face each other, metres; default 20.</param>
/// <param name="MinimumContactM">Shortest common border, shared and facing together, that makes a pair, metres; default 0.5.</param>
public sealed record GraphOptions(double StreetWidthM = 20, double MinimumContactM = 0.5)
{
    /// <summary>The defaults of the house.</summary>
    public static readonly GraphOptions Default = new();

    /// <summary>How far from a border a barrier's centre line may run and still lie along it, metres: the layers' tolerance.</summary>
    public double BarrierToleranceM { get; init; } = 1.0;

    /// <summary>Threads to use; 0 takes what the machine has. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
