using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>Definitions as GDAL, PROJ, Esri and QGIS spell them.</summary>
public class SpellingTests
{
    // gdalsrsinfo and pyproj in every form they know, with a change of spelling on top that other programs make.
    private const string Spellings = """
        import re, sys
        from osgeo import osr
        from pyproj import CRS
        osr.UseExceptions()
        def texts(code):
            s = osr.SpatialReference(); s.ImportFromEPSG(code)
            for form in ('WKT1_GDAL', 'WKT1_ESRI', 'WKT1_SIMPLE', 'WKT2_2015', 'WKT2_2018', 'WKT2_2019'):
                for lines in ('NO', 'YES'):
                    yield form, s.ExportToWkt(['FORMAT=' + form, 'MULTILINE=' + lines])
            c = CRS.from_epsg(code)
            for form in ('WKT1_GDAL', 'WKT1_ESRI', 'WKT2_2015', 'WKT2_2015_SIMPLIFIED', 'WKT2_2019', 'WKT2_2019_SIMPLIFIED'):
                yield 'pyproj ' + form, c.to_wkt(form)
        for code in map(int, sys.argv[1].split(',')):
            for form, w in texts(code):
                for how, t in (('', w), ('TM', w.replace('Gauss_Kruger', 'Transverse_Mercator')), ('GK', w.replace('"Transverse_Mercator"', '"Gauss_Kruger"')),
                               ('round brackets', re.sub(r'\]', ')', re.sub(r'\[', '(', w))), ('capitals', w.upper()),
                               ('no authority', re.sub(r',\s*(AUTHORITY|ID)\["EPSG",[^\]]*\]', '', w))):
                    print(code, form, how, ' '.join(t.split()), sep='\t')
        """;

    [Fact]
    public void Every_supported_system_is_known_in_every_spelling()
    {
        int[] codes = [.. ReferenceSystems.Supported.Select(system => system.Epsg).Where(code => code < 32000 || code % 10 == 8)];

        Assert.Empty(
            from line in Lines(codes)
            let parts = line.Split('\t')

            // This form leaves out that Web Mercator is spherical, and a Mercator on the ellipsoid is another system.
            where !(parts[0] == "3857" && parts[1] == "WKT1_SIMPLE")
            let found = ReferenceSystemRecognition.Of(parts[3]).Epsg
            where found is null || !ReferenceSystems.Find(found.Value).HasProjectionOf(ReferenceSystems.Find(int.Parse(parts[0])))
            select $"{parts[0]} {parts[1]} {parts[2]}: {found} {parts[3]}");
    }

    [Fact]
    public void The_old_datums_are_known_in_every_spelling_with_their_projections()
    {
        int[] codes = [2327, 2338, 2359, 2360, 2361, 2380, 2381, 2382, 2390, 4610, 2401, 2411, 2422, 2432, 2433, 2442, 21413, 21418, 21423, 21458, 4214, 4555, 4573, 4766, 4792];

        Assert.Empty(
            from line in Lines(codes)
            let parts = line.Split('\t')
            let found = ReferenceSystemRecognition.Of(parts[3])
            let code = int.Parse(parts[0])
            where found.Epsg is not null || found.OldDatum != ChineseSystems.DatumOf(code)
                || found.OldSystem?.HasProjectionOf(ChineseSystems.Find(code)!) != true
            select $"{parts[0]} {parts[1]} {parts[2]}: {found.OldDatum} {parts[3]}");
    }

    [Theory]
    [InlineData("CGCS2000_3_Degree_GK_CM_105E", 500_000, 105, 4544)]
    [InlineData("CGCS2000_3_Degree_GK_Zone_35", 35_500_000, 105, 4523)]
    [InlineData("CGCS2000_3_Degree_GK_Zone_36", 36_500_000, 108, 4524)]
    [InlineData("CGCS2000_GK_CM_105E", 500_000, 105, 4507)]
    [InlineData("CGCS2000_GK_Zone_18", 18_500_000, 105, 4496)]
    [InlineData("someone's own name", 500_000, 111, 4546)]
    public void Esris_names_only_choose_between_systems_with_the_same_numbers(string name, int falseEasting, int meridian, int epsg) =>
        Assert.Equal(epsg, ReferenceSystemRecognition.Of(Esri(name, "D_China_2000", "CGCS2000\",6378137.0,298.257222101", (falseEasting, meridian))).Epsg);

    [Fact]
    public void A_name_that_says_another_zone_than_the_parameters_does_not_count() => Assert.Equal(
        4545, ReferenceSystemRecognition.Of(Esri("CGCS2000_3_Degree_GK_CM_105E", "D_China_2000", "CGCS2000\",6378137.0,298.257222101", (500_000, 108))).Epsg);

    [Theory]
    [InlineData("D_Unknown", "S\",6378140.0,298.257", ChineseDatum.Xian1980)]
    [InlineData("D_Unknown", "Krasovsky_1940\",6378245.0,298.3", ChineseDatum.Beijing1954)]
    [InlineData("D_China_2000", "CGCS2000\",6378140.0,298.257", ChineseDatum.Xian1980)]
    public void A_datum_without_a_name_is_known_by_its_ellipsoid(string datum, string ellipsoid, ChineseDatum expected) =>
        Assert.Equal(expected, ReferenceSystemRecognition.Of(Esri("a", datum, ellipsoid, (500_000, 105))).OldDatum);

    [Fact]
    public void Krassovskys_ellipsoid_under_another_datum_is_not_Beijing_1954() => Assert.Null(
        ReferenceSystemRecognition.Of(Esri("a", "D_Pulkovo_1942", "Krasovsky_1940\",6378245.0,298.3", (500_000, 105))).OldDatum);

    internal static string Esri(string name, string datum, string ellipsoid, (int FalseEasting, int Meridian) zone) => FormattableString.Invariant(
        $"PROJCS[\"{name}\",GEOGCS[\"GCS\",DATUM[\"{datum}\",SPHEROID[\"{ellipsoid}]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",{zone.FalseEasting}.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",{zone.Meridian}.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");

    private static string[] Lines(int[] codes) =>
        TemporaryFolder.Run("/usr/bin/python3", "-W", "ignore", "-c", Spellings, string.Join(',', codes)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
