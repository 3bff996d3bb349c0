namespace CityRenewal.Geo.Reasons;

/// <summary>What a flip does to an area.</summary>
internal enum FlipWay : byte
{
    /// <summary>A free node joins it.</summary>
    Joins,

    /// <summary>A member leaves it.</summary>
    Leaves,

    /// <summary>Its only member leaves it: the area ends.</summary>
    Ends,

    /// <summary>A free node begins it.</summary>
    Begins,
}
