using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public class ReferenceSystemRecognitionTests
{
    // GDAL writes every supported system in four ways, with authorities and names taken out, so that parameters must decide.
    private const string Spellings = """
        import sys, re
        from osgeo import osr
        osr.UseExceptions()
        for code in sys.argv[1].split(','):
            s = osr.SpatialReference(); s.ImportFromEPSG(int(code))
            for form in ('WKT1_GDAL', 'WKT1_ESRI', 'WKT2_2015', 'WKT2_2018'):
                w = s.ExportToWkt(['FORMAT=' + form, 'MULTILINE=NO'])
                w = re.sub(r',(AUTHORITY|ID)\["EPSG",[^\]]*\]', '', w)
                print(code, form, w, sep='\t')
        """;

    [Fact]
    public void Every_supported_system_is_known_in_the_spellings_of_GDAL_and_Esri_without_its_authority()
    {
        var codes = string.Join(',', ReferenceSystems.Supported.Select(system => system.Epsg));
        var lines = TemporaryFolder.Run("/usr/bin/python3", "-c", Spellings, codes).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(ReferenceSystems.Supported.Count * 4, lines.Length);
        Assert.Empty(
            from line in lines
            let parts = line.Split('\t')
            let found = ReferenceSystemRecognition.Of(parts[2])
            where found.Epsg?.ToString() != parts[0]
            select $"{parts[0]} {parts[1]}: {found.Epsg} {found.Reason}");
    }

    [Fact]
    public void Lambert_93_is_known_by_its_parameters_in_either_order_of_parallels() =>
        Assert.Equal(2154, ReferenceSystemRecognition.Of(Lambert(44, 49, "RGF93 geographiques (dms)", 298.257222101)).Epsg);

    [Fact]
    public void A_cone_with_another_parallel_is_not_Lambert_93() =>
        Assert.Null(ReferenceSystemRecognition.Of(Lambert(44, 48, "RGF93", 298.257222101)).Epsg);

    [Fact]
    public void Xian_1980_is_known_as_what_it_is_and_not_as_the_zone_with_the_same_parameters()
    {
        var xian = Zone("D_Xian_1980", "Xian_1980", 6378140, 298.257, 500000);
        var found = ReferenceSystemRecognition.Of(xian);

        Assert.Null(found.Epsg);
        Assert.Equal(ChineseDatum.Xian1980, found.OldDatum);
        Assert.True(found.OldSystem!.HasProjectionOf(ReferenceSystems.Find(4544)));
        Assert.Contains("D_Xian_1980", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zone_prefix_of_the_false_easting_decides() => Assert.Equal(
        (4544, 4523),
        (ReferenceSystemRecognition.Of(Zone("D_China_2000", "CGCS2000", 6378137, 298.257222101, 500000)).Epsg!.Value,
            ReferenceSystemRecognition.Of(Zone("D_China_2000", "CGCS2000", 6378137, 298.257222101, 35500000)).Epsg!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("EPSG:4544")]
    [InlineData("PROJCS[\"cut short\",GEOGCS[\"GCS\",DATUM[\"D_China_2000\"")]
    [InlineData("PROJCS[]")]
    [InlineData("[[[[[")]
    public void A_text_that_is_no_definition_is_a_question(string text) =>
        Assert.Null(ReferenceSystemRecognition.Of(text).Epsg);

    [Fact]
    public void Feet_are_not_taken_for_metres() => Assert.Null(ReferenceSystemRecognition.Of(
        Zone("D_China_2000", "CGCS2000", 6378137, 298.257222101, 500000).Replace("UNIT[\"Meter\",1.0]", "UNIT[\"Foot_US\",0.3048006096]", StringComparison.Ordinal)).Epsg);

    private static string Zone(string datum, string ellipsoid, double axis, double flattening, int falseEasting) => FormattableString.Invariant(
        $"PROJCS[\"CGCS2000_3_Degree_GK\",GEOGCS[\"GCS\",DATUM[\"{datum}\",SPHEROID[\"{ellipsoid}\",{axis},{flattening}]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",{falseEasting}],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",105.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");

    private static string Lambert(double first, double second, string name, double flattening) => FormattableString.Invariant(
        $"PROJCS[\"RGF93 Lambert 93\",GEOGCS[\"{name}\",DATUM[\"Reseau_Geodesique_Francais_1993_v1\",SPHEROID[\"GRS 1980\",6378137,{flattening}]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic_2SP\"],PARAMETER[\"latitude_of_origin\",46.5],PARAMETER[\"central_meridian\",3],PARAMETER[\"standard_parallel_1\",{first}],PARAMETER[\"standard_parallel_2\",{second}],PARAMETER[\"false_easting\",700000],PARAMETER[\"false_northing\",6600000],UNIT[\"metre\",1]]");
}
