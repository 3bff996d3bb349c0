namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>How a town is divided.</summary>
internal enum FrontierUnits
{
    /// <summary>By its planning units.</summary>
    Units,

    /// <summary>Not at all: the whole town is one problem.</summary>
    None,

    /// <summary>One unit holds two thirds of the planning units' land, the others are as they were.</summary>
    Giant,
}
