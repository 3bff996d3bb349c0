namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>How a town is divided.</summary>
internal enum FrontierUnits
{
    /// <summary>By its planning units.</summary>
    Units,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>By one unit that holds everything.</summary>
    Giant,
}
