namespace CityRenewal.Geo.Shapes;

/// <summary>A ring in any system, as delivered.</summary>
/// <param name="X">East or longitude.</param>
/// <param name="Y">North or latitude.</param>
/// <param name="IsHole">Whether it is a hole of the shell before it.</param>
public sealed record PlainRing(double[] X, double[] Y, bool IsHole);
