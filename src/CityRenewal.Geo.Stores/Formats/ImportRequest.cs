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

    /// <summary>The year ages count from, where the user gives one; else the mapping's.</summary>
    public int? BaselineYear { get; init; }
}

/// <summary>A reference system given by the user.</summary>
/// <param name="Epsg">EPSG code; 0 for a local metric system that stays as it is.</param>
/// <param name="File">The file or file/layer it is for; null for all that do not say theirs.</param>
public sealed record GivenReferenceSystem(int Epsg, string? File = null);
