namespace CityRenewal.Geo.Overlay;

/// <summary>One piece of a city's overlay.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Size">Rough size, for the order.</param>
/// <param name="Run">Does it.</param>
internal sealed record CityOverlayPiece(string Name, int Size, Action Run);
