namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>How a city file is opened.</summary>
public sealed record OpenOptions
{
    /// <summary>Whether the array cache may be used and written.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Folder for array caches; null puts each beside its city file.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Threads to use; the city does not depend on it. 0 takes all.</summary>
    public int Threads { get; init; }
}
