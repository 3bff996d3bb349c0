using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What to import.</summary>
/// <param name="Files">
/// Layers (GeoPackage, GeoJSON, Shapefile, zip of Shapefiles, and what GDAL reads: .gdb, .dxf, .tab, .mif, .kml, .gml, .fgb), ledgers (.xlsx, .csv),
/// and folders, which mean the files directly in them. Companions of a Shapefile (.dbf, .prj, …) may be among them.
/// </param>
/// <param name="MappingPath">YAML mapping; null leaves the layers to the presets.</param>
public sealed record ImportRequest(IReadOnlyList<string> Files, string? MappingPath = null)
{
    /// <summary>Reference systems given by the user, the later before the earlier.</summary>
    public IReadOnlyList<GivenReferenceSystem> ReferenceSystems { get; init; } = [];

    /// <summary>Whether fields that name or identify people are kept; they are dropped unless asked for.</summary>
    public bool KeepPersonalData { get; init; }

    /// <summary>Who may see the layers that the mapping says nothing of.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>Files, or file/layer, whose first coordinate is north.</summary>
    public IReadOnlyList<string> SwapAxes { get; init; } = [];

    /// <summary>YAML with a transformation for layers on an old datum; null where the user gives none.</summary>
    public string? TransformPath { get; init; }

    /// <summary>
    /// Asked about every layer whose system only a person can tell, when all others are known; null, or an answer of null, leaves
    /// the layer refused with the question.
    /// </summary>
    public Func<SystemQuestion, SystemCandidate?>? Ask { get; init; }

    /// <summary>The year ages count from, where the user gives one; else the mapping's.</summary>
    public int? BaselineYear { get; init; }
}

/// <summary>A reference system given by the user.</summary>
/// <param name="Epsg">EPSG code; 0 for a local metric system that stays as it is.</param>
/// <param name="File">The file or file/layer it is for; null for all that do not say theirs.</param>
public sealed record GivenReferenceSystem(int Epsg, string? File = null);
