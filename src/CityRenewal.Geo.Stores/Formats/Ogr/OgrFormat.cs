namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A format that GDAL reads for us.</summary>
/// <param name="Ending">Ending of its files, in small letters.</param>
/// <param name="Name">How people call it.</param>
/// <param name="HasCurves">Whether it can hold arcs.</param>
internal sealed record OgrFormat(string Ending, string Name, bool HasCurves)
{
    private static readonly OgrFormat[] All =
    [
        new(".gdb", "a file geodatabase", true), new(".dxf", "DXF", true), new(".tab", "MapInfo TAB", true),
        new(".mif", "MapInfo MIF", true), new(".kml", "KML", false), new(".gml", "GML", true), new(".fgb", "FlatGeobuf", true),
    ];

    /// <summary>The format of files with that ending; null where there is none.</summary>
    public static OgrFormat? Find(string ending) => Array.Find(All, format => format.Ending == ending);

    /// <summary>Whether a folder is one "file": a file geodatabase.</summary>
    public static bool IsFolder(string path) => Directory.Exists(path) && path.EndsWith(".gdb", StringComparison.OrdinalIgnoreCase);
}
