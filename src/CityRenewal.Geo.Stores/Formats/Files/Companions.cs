namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Files that belong to another one: the parts of a Shapefile and of a MapInfo table.</summary>
internal static class Companions
{
    private static readonly string[] OfShapefile =
    [
        ".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".qmd", ".qpj", ".fbn", ".fbx", ".ain", ".aih", ".xml", ".qml",
        ".sld", ".lyr",
    ];

    private static readonly Dictionary<string, string[]> ByMain = new()
    {
        [".shp"] = OfShapefile,
        [".tab"] = [".dat", ".map", ".id", ".ind"],
        [".mif"] = [".mid"],
        [".gml"] = [".xsd", ".gfs"],
    };

    /// <summary>Whether the main file of this one is given too.</summary>
    public static bool IsCompanion(string path, IReadOnlyList<string> paths) => paths.Any(main =>
        ByMain.TryGetValue(DeliveredFiles.Ending(main), out var endings)
        && endings.Contains(DeliveredFiles.Ending(path))
        && Path.GetFileName(path).StartsWith(Path.GetFileNameWithoutExtension(main) + ".", StringComparison.OrdinalIgnoreCase));

    /// <summary>The ending of the main file that is missing; null where the file is no companion.</summary>
    public static string? MainOf(string ending) => ByMain.FirstOrDefault(entry => entry.Value.Contains(ending)).Key;
}
