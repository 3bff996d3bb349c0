using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>What a city is assembled with beside its layers.</summary>
public sealed record AssemblyOptions
{
    /// <summary>Name of the city, for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>The year ages count from; null where none is stated.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>The highest classification of the layers.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>The plane the city has had since its first import; null chooses one from the layers.</summary>
    public WorkingPlane? Plane { get; init; }

    /// <summary>Threads to use; the result does not depend on it. 0 takes all.</summary>
    public int Threads { get; init; }
}
