using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>A layer as the files of a Shapefile, the same bytes for the same layer.</summary>
public static class ShapefileOutput
{
    /// <summary>The .shp, .shx and .dbf, and as far as the office has the habit the .prj and .cpg.</summary>
    public static IReadOnlyList<WrittenFile> Of(SourceLayer layer, ShapefileHabits habits)
    {
        var encoding = TextEncodings.Named(layer.Name, habits.Encoding);
        var (shp, shx) = ShpBytes.Of(layer.Shapes);
        var files = new List<WrittenFile>
        {
            new($"{layer.Name}.shp", shp),
            new($"{layer.Name}.shx", shx),
            new($"{layer.Name}.dbf", DbfBytes.Of(layer, encoding)),
        };
        if (habits.HasProjection)
        {
            files.Add(new($"{layer.Name}.prj", Encoding.ASCII.GetBytes(ProjectionOf(layer.Epsg))));
        }

        if (habits.SaysEncoding)
        {
            files.Add(new($"{layer.Name}.cpg", Encoding.ASCII.GetBytes(habits.Encoding)));
        }

        return files;
    }

    private static string ProjectionOf(int epsg)
    {
        var system = ReferenceSystems.Find(epsg);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"PROJCS[\"CGCS2000_3_Degree_GK_CM_{system.CentralMeridian:0}E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
            + $"DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + $"UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",{system.FalseEasting:0.0}],"
            + $"PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",{system.CentralMeridian:0.0}],"
            + $"PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");
    }
}
