namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Formats that are known but not read, each with what to export instead.</summary>
internal static class OtherFormats
{
    private static readonly Dictionary<string, string> Remedies = new()
    {
        [".dwg"] = "Save it as DXF in the CAD program (另存为 DXF) and give that.",
        [".dgn"] = "Save it as DXF in the CAD program and give that.",
        [".mdb"] = "It is a personal geodatabase: export its layers to a file geodatabase (.gdb), GeoPackage or Shapefile in ArcGIS.",
        [".accdb"] = "Export its tables to .xlsx, and its layers to GeoPackage.",
        [".vct"] = "Convert the 国土 VCT to Shapefile or GeoPackage in the program that wrote it.",
        [".udb"] = "Export its layers to GeoPackage or Shapefile in SuperMap.",
        [".udbx"] = "Export its layers to GeoPackage or Shapefile in SuperMap.",
        [".sdb"] = "Export its layers to GeoPackage or Shapefile in SuperMap.",
        [".wt"] = "Export it to Shapefile in MapGIS.",
        [".wl"] = "Export it to Shapefile in MapGIS.",
        [".wp"] = "Export it to Shapefile in MapGIS.",
        [".mpk"] = "Open it in ArcGIS and export its layers to a file geodatabase, GeoPackage or Shapefile.",
        [".kmz"] = "Unpack it (it is a zip) and give the .kml in it.",
        [".rar"] = "Unpack it and give the files in it, or a zip of one Shapefile.",
        [".7z"] = "Unpack it and give the files in it, or a zip of one Shapefile.",
        [".tar"] = "Unpack it and give the files in it.",
        [".gz"] = "Unpack it and give the files in it.",
        [".xls"] = "Open it in Excel or WPS and save it as .xlsx.",
        [".et"] = "Open it in WPS and save it as .xlsx.",
        [".ods"] = "Open it and save it as .xlsx.",
        [".pdf"] = "A drawing on paper is no layer: ask for the data that it was made from.",
    };

    /// <summary>What to give instead of such a file; null where the format is not known.</summary>
    public static string? RemedyFor(string ending) => Remedies.GetValueOrDefault(ending);
}
