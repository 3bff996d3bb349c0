namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>Shapes of footprints.</summary>
internal enum Footprint
{
    /// <summary>Fills what the neighbours leave, with crooked walls.</summary>
    Dense,

    /// <summary>A long bar, 11-14 m deep.</summary>
    Slab,

    /// <summary>A tower with recesses.</summary>
    Tower,

    /// <summary>A bulky block.</summary>
    Podium,

    /// <summary>A large plain hall.</summary>
    Hall,

    /// <summary>Two wings at a right angle.</summary>
    Wings,

    /// <summary>A small house in a park.</summary>
    Pavilion,

    /// <summary>A detached house.</summary>
    Cottage,
}
