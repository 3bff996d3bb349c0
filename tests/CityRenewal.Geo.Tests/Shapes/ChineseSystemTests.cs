using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Shapes;

public class ChineseSystemTests
{
    // PROJ's own copy of the register, as name, ellipsoid, central meridian and false easting.
    private const string Register = """
        import sys
        from pyproj import CRS
        for code in range(2000, 33000):
            if not (2327 <= code <= 2442 or 4490 <= code <= 4610 or 4652 <= code <= 4656 or 4766 <= code <= 4802 or 21413 <= code <= 21483 or code == 4214): continue
            try: c = CRS.from_epsg(code)
            except Exception: continue
            if not c.name.startswith(('CGCS2000', 'Xian 1980', 'Beijing 1954', 'New Beijing', 'China Geodetic')): continue
            if c.is_geocentric or len(c.axis_info) > 2: continue
            p = {x.name: x.value for x in c.coordinate_operation.params} if c.is_projected else {}
            print(code, c.ellipsoid.semi_major_metre, c.ellipsoid.inverse_flattening, p.get('Longitude of natural origin', 0), p.get('False easting', 0), c.name, sep='\t')
        """;

    [Fact]
    public void Every_code_of_Chinas_datums_means_what_the_register_says()
    {
        var lines = Proj.Python(Register).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(lines.Length > 200, $"{lines.Length} codes");
        Assert.DoesNotContain(lines, line => !Says(line.Split('\t')));
    }

    [Theory]
    [InlineData(2326)]
    [InlineData(2391)]
    [InlineData(32648)]
    [InlineData(2154)]
    public void Other_codes_are_not_among_them(int epsg) =>
        Assert.Equal((null, null), (ChineseSystems.Find(epsg), ChineseSystems.DatumOf(epsg)));

    [Fact]
    public void The_supported_zones_are_those_of_their_codes() => Assert.All(
        ReferenceSystems.Supported.Where(system => system.Name.StartsWith("CGCS2000", StringComparison.Ordinal)),
        system => Assert.True(ChineseSystems.Find(system.Epsg)!.HasProjectionOf(system) && ChineseSystems.Find(system.Epsg)!.Name == system.Name));

    // The register calls the 6-degree zones of Beijing 1954 "13N" in its third row; the meridian is the same.
    private static bool Says(string[] row)
    {
        var system = ChineseSystems.Find(int.Parse(row[0], CultureInfo.InvariantCulture));
        return system is not null
            && (system.Ellipsoid.SemiMajorAxis, system.Ellipsoid.InverseFlattening, system.CentralMeridian, system.FalseEasting)
                == (Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]))
            && (system.Name == row[5] || row[5].EndsWith('N') || row[5].StartsWith("China", StringComparison.Ordinal));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
