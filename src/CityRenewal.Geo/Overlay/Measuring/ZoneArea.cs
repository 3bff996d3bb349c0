namespace CityRenewal.Geo.Overlay;

/// <summary>How much of a feature lies in one zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Area">The area, in the unit that the holder states.</param>
public readonly record struct ZoneArea(int Zone, double Area);
