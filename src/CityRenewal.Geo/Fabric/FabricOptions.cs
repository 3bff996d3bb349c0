namespace CityRenewal.Geo.Fabric;

/// <summary>How parcels are joined into a fabric.</summary>
/// <param name="SnapToleranceM">Vertices and borders of parcels nearer than this become one, metres; default 0.10.</param>
/// <param name="StreetWidthM">Widest gap that counts as a street where the study area has to be assumed, metres; default 20.</param>
public sealed record FabricOptions(double SnapToleranceM = 0.10, double StreetWidthM = 20)
{
    /// <summary>The defaults of the house.</summary>
    public static readonly FabricOptions Default = new();

    /// <summary>Threads to use; 0 takes what the machine has. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
