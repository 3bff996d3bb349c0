using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>What a city file says about the city besides its layers, and how it may be written.</summary>
public sealed record CityFileOptions
{
    /// <summary>Name of the city for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>The year ages count from; null where none is known.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>The working plane, fixed at first import; null lets the first opening choose it.</summary>
    public WorkingPlane? Plane { get; init; }

    /// <summary>
    /// Whether any file of that name may be replaced. Without it only a city file of a single version is: what can be made
    /// again, not a history or somebody else's file.
    /// </summary>
    public bool Overwrite { get; init; }

    /// <summary>How long to wait for another program that holds the file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest size in pages of 4,096 bytes; 0 sets none. Lets a test fill the disk.</summary>
    internal int PageLimit { get; init; }
}
