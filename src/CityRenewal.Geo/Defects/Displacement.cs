namespace CityRenewal.Geo.Defects;

/// <summary>How far a layer lies from where it fits another, and the place this was looked for at.</summary>
/// <param name="East">Metres too far east.</param>
/// <param name="North">Metres too far north.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Latitude">Degrees.</param>
internal readonly record struct Displacement(double East, double North, double Longitude, double Latitude)
{
    public double Length => double.Hypot(East, North);
}
