namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Opens files by what they are; says what to export instead of formats that it does not read.</summary>
internal static class DeliveredFiles
{
    /// <summary>The files in the order given.</summary>
    public static IReadOnlyList<IDeliveredFile> Open(IReadOnlyList<string> paths, ImportProblems problems, CancellationToken cancel)
    {
        var files = new List<IDeliveredFile>();
        foreach (var path in paths)
        {
            if (problems.Try(path, () => Open(path, cancel)) is { } file)
            {
                files.Add(file);
            }
        }

        foreach (var twice in files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            problems.Add(twice.Key, "two files of this name are given, and a mapping could not tell them apart.", "Rename one of them.");
        }

        return files;
    }

    /// <summary>Whether a file ends as one that is read as a layer.</summary>
    public static bool IsLayer(string path) =>
        Ending(path) is ".gpkg" or ".geojson" or ".json" or ".shp" or ".zip" || OgrFormat.Find(Ending(path)) is not null;

    /// <summary>The ending of a path, in small letters.</summary>
    public static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static IDeliveredFile Open(string path, CancellationToken cancel)
    {
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        var (name, ending) = (Path.GetFileName(path), Ending(path));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new StoreException(path, "there is no such file.", "Look at the spelling of the path.");
        }

        if (Directory.Exists(path) != OgrFormat.IsFolder(path))
        {
            throw new StoreException(path, "it is a folder.", "Give the files in it.");
        }

        CheckContent(path, name);
        return ending switch
        {
            ".gpkg" => new GeoPackageFile(path),
            ".geojson" or ".json" => new GeoJsonFile(path),
            ".shp" => new ShapefileFile(name, [ShapefileParts.Beside(path)]),
            ".zip" => new ShapefileFile(name, ShapefileParts.InZip(path)),
            ".dxf" => new DxfFile(path, Ogr.Installed, cancel),
            _ when OgrFormat.Find(ending) is { } format => new OgrFile(path, format, Ogr.Installed, cancel),
            _ when Companions.MainOf(ending) is { } main => throw new StoreException(
                name,
                $"it belongs to a {(main == ".shp" ? "Shapefile" : main)} whose {main} is not given.",
                $"Give the {main}, with all its companions beside it."),
            _ => throw Unread(name, ending),
        };
    }

    private static StoreException Unread(string name, string ending) => ending is ".xlsx" or ".xlsm" or ".csv" or ".tsv"
        ? new StoreException(name, "a ledger is no layer: it has no shapes.", "Give the layer that it belongs to.")
        : new StoreException(
            name,
            ending.Length == 0 ? "its name has no ending that says what it is." : $"files ending in '{ending}' are not read.",
            OtherFormats.RemedyFor(ending)
                ?? "Give a GeoPackage, a GeoJSON file, a Shapefile, a zip of Shapefiles, or a .gdb, .dxf, .tab, .mif, .kml, .gml or .fgb.");

    private static void CheckContent(string path, string name)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = File.OpenRead(path);
        if (file.Length == 0)
        {
            throw new StoreException(name, "it is empty: it has no byte.", "Copy it again, or export it again.");
        }
    }
}
