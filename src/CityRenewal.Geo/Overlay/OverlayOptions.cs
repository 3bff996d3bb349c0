namespace CityRenewal.Geo.Overlay;

/// <summary>How an overlay is made. Every default is an assumption of ours and printed as such where it decides something.</summary>
public sealed record OverlayOptions
{
    /// <summary>Wanted side of an index cell, metres; rounded to a power of two in grid units. Changes speed only.</summary>
    public double CellSize { get; init; } = 26;

    /// <summary>A footprint stands in a core zone where they overlap by more than this, m².</summary>
    public double CoreZoneOverlap { get; init; } = 1;

    /// <summary>
    /// An outlined protected item hits a parcel or a building where they overlap by more than this share of the smaller of the
    /// two, in [0, 1]: layers differ by up to a few metres, and a strip along the wall next door is not the monument.
    /// </summary>
    public double ProtectedItemShare { get; init; } = 0.10;

    /// <summary>Threads to use; 0 takes all. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
