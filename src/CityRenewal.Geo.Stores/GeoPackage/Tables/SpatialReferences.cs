using System.Globalization;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>The reference systems that we write: their well-known texts, equal to GDAL's for the same codes.</summary>
internal static class SpatialReferences
{
    /// <summary>The srs_id of a declared local metric system: GeoPackage's "undefined cartesian".</summary>
    internal const int UndefinedCartesian = -1;

    private const string Degree = "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]]";
    private const string Metre = "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]]";
    private const string Greenwich = "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]]";
    private const string LatitudeFirst = "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST]";
    private const string EastingFirst = "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]";
    private const string NorthingFirst = "AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]";

    private const string Cgcs2000 =
        "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
        + "SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],AUTHORITY[\"EPSG\",\"1043\"]],";

    private const string Wgs84 =
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
        + "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],";

    private const string Rgf93 =
        "GEOGCS[\"RGF93 v1\",DATUM[\"Reseau_Geodesique_Francais_1993_v1\","
        + "SPHEROID[\"GRS 1980\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]],AUTHORITY[\"EPSG\",\"6171\"]],";

    /// <summary>The row id of a system: its EPSG code, or the id of "undefined cartesian" for 0.</summary>
    internal static int IdOf(int epsg) => epsg == 0 ? UndefinedCartesian : epsg;

    /// <summary>The name and text of a supported system; null where we have none.</summary>
    internal static (string Name, string Definition)? Find(int epsg) => epsg switch
    {
        4326 => ("WGS 84", Geographic(Wgs84, 4326, LatitudeFirst)),
        4490 => ("China Geodetic Coordinate System 2000", Geographic(Cgcs2000, 4490, LatitudeFirst)),
        2154 => ("RGF93 v1 / Lambert-93", Lambert93),
        3857 => ("WGS 84 / Pseudo-Mercator", PseudoMercator),
        >= 4491 and <= 4501 => GaussKruger(epsg, $"CGCS2000 / Gauss-Kruger zone {epsg - 4478}", ((epsg - 4491) * 6) + 75, epsg - 4478),
        >= 4502 and <= 4512 => GaussKruger(epsg, $"CGCS2000 / Gauss-Kruger CM {((epsg - 4502) * 6) + 75}E", ((epsg - 4502) * 6) + 75, 0),
        >= 4513 and <= 4533 => GaussKruger(epsg, $"CGCS2000 / 3-degree Gauss-Kruger zone {epsg - 4488}", ((epsg - 4513) * 3) + 75, epsg - 4488),
        >= 4534 and <= 4554 => GaussKruger(epsg, $"CGCS2000 / 3-degree Gauss-Kruger CM {((epsg - 4534) * 3) + 75}E", ((epsg - 4534) * 3) + 75, 0),
        >= 32601 and <= 32660 => Utm(epsg, epsg - 32600, north: true),
        >= 32701 and <= 32760 => Utm(epsg, epsg - 32700, north: false),
        _ => null,
    };

    /// <summary>Makes sure that the file has a row for the system; says which systems there are when it is another one.</summary>
    internal static void Ensure(SqliteFile file, int epsg)
    {
        if (epsg == 0)
        {
            return;
        }

        var (name, definition) = Find(epsg) ?? throw new StoreException(
            file.Path,
            $"The reference system EPSG:{epsg} is not one of ours.",
            "Reproject the layer to CGCS2000 (EPSG:4490 or one of its Gauss-Krüger zones, 4491-4554), WGS 84, UTM or Lambert 93.");
        var code = epsg.ToString(CultureInfo.InvariantCulture);
        file.Run(
            "INSERT OR IGNORE INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition, description) "
            + "VALUES (?1, CAST(?2 AS INTEGER), 'EPSG', CAST(?2 AS INTEGER), ?3, NULL)",
            name, code, definition);
    }

    private static string Lambert93 =>
        "PROJCS[\"RGF93 v1 / Lambert-93\"," + Geographic(Rgf93, 4171) + ",PROJECTION[\"Lambert_Conformal_Conic_2SP\"],"
        + "PARAMETER[\"latitude_of_origin\",46.5],PARAMETER[\"central_meridian\",3],PARAMETER[\"standard_parallel_1\",49],"
        + "PARAMETER[\"standard_parallel_2\",44],PARAMETER[\"false_easting\",700000],PARAMETER[\"false_northing\",6600000],"
        + $"{Metre},{EastingFirst},AUTHORITY[\"EPSG\",\"2154\"]]";

    private static string PseudoMercator =>
        "PROJCS[\"WGS 84 / Pseudo-Mercator\"," + Geographic(Wgs84, 4326) + ",PROJECTION[\"Mercator_1SP\"],"
        + "PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",0],"
        + $"PARAMETER[\"false_northing\",0],{Metre},{EastingFirst},"
        + "EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs\"],"
        + "AUTHORITY[\"EPSG\",\"3857\"]]";

    private static (string Name, string Definition) GaussKruger(int epsg, string name, int meridian, int zone)
    {
        var geographic = Geographic(Cgcs2000, 4490);
        return (name, TransverseMercator(name, geographic, NorthingFirst, epsg, new Cylinder(meridian, "1", (zone * 1_000_000) + 500_000, 0)));
    }

    private static (string Name, string Definition) Utm(int epsg, int zone, bool north)
    {
        var name = $"WGS 84 / UTM zone {zone}{(north ? 'N' : 'S')}";
        var cylinder = new Cylinder((zone * 6) - 183, "0.9996", 500_000, north ? 0 : 10_000_000);
        return (name, TransverseMercator(name, Geographic(Wgs84, 4326), EastingFirst, epsg, cylinder));
    }

    private static string TransverseMercator(string name, string geographic, string axes, int epsg, Cylinder cylinder) =>
        $"PROJCS[\"{name}\",{geographic},PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
        + $"PARAMETER[\"central_meridian\",{cylinder.Meridian}],PARAMETER[\"scale_factor\",{cylinder.Scale}],"
        + $"PARAMETER[\"false_easting\",{cylinder.FalseEasting}],PARAMETER[\"false_northing\",{cylinder.FalseNorthing}],"
        + $"{Metre},{axes},AUTHORITY[\"EPSG\",\"{epsg}\"]]";

    private static string Geographic(string datum, int epsg, string? axes = null) =>
        $"{datum}{Greenwich},{Degree},{(axes is null ? "" : axes + ",")}AUTHORITY[\"EPSG\",\"{epsg}\"]]";

    private readonly record struct Cylinder(int Meridian, string Scale, int FalseEasting, int FalseNorthing);
}
