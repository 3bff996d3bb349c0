namespace CityRenewal.Geo.Overlay;

/// <summary>How a feature lies in a layer.</summary>
public enum Coverage : byte
{
    /// <summary>Not at all, or with less than half a grid square (0.5e-8 m²).</summary>
    None = 0,

    /// <summary>Whole, or all but half a grid square.</summary>
    Whole = 1,

    /// <summary>Partly: a boundary crosses it.</summary>
    Partly = 2,
}
