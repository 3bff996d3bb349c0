namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Opens files by what they are; says what to export instead of formats that it does not read.</summary>
internal static class DeliveredFiles
{
    private static readonly string[] Companions =
        [".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".qmd", ".qpj", ".fbn", ".fbx", ".ain", ".aih", ".xml", ".qml", ".sld", ".lyr"];

    private static readonly Dictionary<string, string> Others = new()
    {
        [".gdb"] = "Export its layers to GeoPackage: `ogr2ogr -f GPKG out.gpkg FILE.gdb`.",
        [".dxf"] = "Export its closed polylines to GeoPackage with their layer name.",
        [".dwg"] = "Save it as DXF in the CAD program, then export it to GeoPackage.",
        [".mdb"] = "Export its layers to GeoPackage or Shapefile in ArcGIS.",
        [".vct"] = "Export its layers to GeoPackage or Shapefile in the program that wrote it.",
        [".udbx"] = "Export its layers to GeoPackage or Shapefile in SuperMap.",
        [".tab"] = "Convert it: `ogr2ogr -f GPKG out.gpkg FILE.tab`.",
        [".mif"] = "Convert it: `ogr2ogr -f GPKG out.gpkg FILE.mif`.",
        [".kml"] = "Convert it: `ogr2ogr -f GPKG out.gpkg FILE.kml`.",
        [".gml"] = "Convert it: `ogr2ogr -f GPKG out.gpkg FILE.gml`.",
        [".fgb"] = "Convert it: `ogr2ogr -f GPKG out.gpkg FILE.fgb`.",
        [".csv"] = "A table without shapes is no layer; give the layer that it belongs to.",
        [".xlsx"] = "A table without shapes is no layer; give the layer that it belongs to.",
    };

    /// <summary>The files in the order given; companions of a Shapefile are passed over.</summary>
    public static IReadOnlyList<IDeliveredFile> Open(IReadOnlyList<string> paths, ImportProblems problems)
    {
        var files = new List<IDeliveredFile>();
        foreach (var path in paths.Distinct())
        {
            if (!IsCompanion(path, paths) && problems.Try(() => Open(path)) is { } file)
            {
                files.Add(file);
            }
        }

        foreach (var twice in files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            problems.Add(twice.Key, "two files of this name are given, and a mapping could not tell them apart.", "Rename one of them.");
        }

        if (paths.Count == 0)
        {
            problems.Add("import", "no file is given.", "Give GeoPackages, GeoJSON files, Shapefiles or zips of Shapefiles.");
        }

        return files;
    }

    private static bool IsCompanion(string path, IReadOnlyList<string> paths) =>
        Companions.Contains(Ending(path)) && paths.Any(other =>
            Ending(other) == ".shp"
            && Path.GetFileName(path).StartsWith(Path.GetFileNameWithoutExtension(other) + ".", StringComparison.OrdinalIgnoreCase));

    private static IDeliveredFile Open(string path)
    {
        var name = Path.GetFileName(path.TrimEnd('/'));
        var ending = Ending(path.TrimEnd('/'));
        if (!File.Exists(path) && !(Directory.Exists(path) && Others.ContainsKey(ending)))
        {
            throw new StoreException(path, "there is no such file.", "Look at the spelling of the path.");
        }

        return ending switch
        {
            ".gpkg" => new GeoPackageFile(path),
            ".geojson" or ".json" => new GeoJsonFile(path),
            ".shp" => new ShapefileFile(name, [ShapefileParts.Beside(path)]),
            ".zip" => new ShapefileFile(name, ShapefileParts.InZip(path)),
            _ when Companions.Contains(ending) => throw new StoreException(
                name, "it belongs to a Shapefile whose .shp is not given.", "Give the .shp, with all its companions beside it."),
            _ => throw new StoreException(
                name,
                $"files ending in '{ending}' are not read.",
                Others.GetValueOrDefault(ending, "Give a GeoPackage, a GeoJSON file, a Shapefile or a zip of Shapefiles.")),
        };
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
