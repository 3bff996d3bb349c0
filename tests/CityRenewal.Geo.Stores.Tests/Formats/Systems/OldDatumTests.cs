using System.Globalization;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>Xian 1980, Beijing 1954 and local systems, with made-up parameters.</summary>
public sealed class OldDatumTests : IDisposable
{
    private const string Seven = """
        method: helmert_7
        from: FROM
        convention: position_vector
        tx_m: -108.3719
        ty_m: 57.2846
        tz_m: 21.9053
        rx_arcsec: 1.3761
        ry_arcsec: -0.8294
        rz_arcsec: 2.4158
        scale_ppm: 4.2637
        """;

    private const string Four = """
        method: planar_4
        from: FROM
        to: 4544
        east_m: 600012.3456
        north_m: 3200098.7654
        rotation_arcsec: 35.2198
        scale_ppm: -7.5173
        """;

    private static readonly string[] Secrets = ["108.37", "57.28", "21.90", "1.376", "0.829", "2.415", "4.263", "600012", "3200098", "35.21", "7.517"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("EPSG:2380", "Xian 1980 / 3-degree Gauss-Kruger CM 105E(1980西安坐标系)")]
    [InlineData("EPSG:2359", "Xian 1980 / 3-degree Gauss-Kruger zone 35(1980西安坐标系)")]
    [InlineData("EPSG:4610", "Xian 1980(1980西安坐标系)")]
    [InlineData("EPSG:2432", "Beijing 1954 / 3-degree Gauss-Kruger CM 105E(1954北京坐标系)")]
    [InlineData("EPSG:21418", "Beijing 1954 / Gauss-Kruger zone 18(1954北京坐标系)")]
    [InlineData("EPSG:4214", "Beijing 1954(1954北京坐标系)")]
    public void A_layer_on_an_old_datum_is_refused_with_the_reason(string crs, string name)
    {
        var file = Town.Write(_folder["parcels.geojson"], Town.Rings, crs);
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([file])));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains("tens of metres to over a hundred", refused.Message, StringComparison.Ordinal);
        Assert.Contains("may not be published", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--transform FILE.yaml", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xian_1980", "EPSG:2380", "IAU76", 500_000)]
    [InlineData("2380", "EPSG:2380", "IAU76", 500_000)]
    [InlineData("xian_1980", "EPSG:2359", "IAU76", 35_500_000)]
    [InlineData("beijing_1954", "EPSG:2432", "krass", 500_000)]
    public void Seven_parameters_of_the_user_lead_where_PROJ_goes_to_a_millimetre(string from, string crs, string ellipsoid, int falseEasting)
    {
        (double East, double North)[][] rings = [.. Town.Rings.Select(ring => ring.Select(point => (point.East + falseEasting - 500_000, point.North)).ToArray())];
        var imported = Transformed(Seven.Replace("FROM", from, StringComparison.Ordinal), rings, crs);
        var expected = Proj(
            $"+proj=pipeline +step +inv +proj=tmerc +lon_0=105 +x_0={falseEasting} +ellps={ellipsoid} +step +proj=cart +ellps={ellipsoid} "
            + "+step +proj=helmert +x=-108.3719 +y=57.2846 +z=21.9053 +rx=1.3761 +ry=-0.8294 +rz=2.4158 +s=4.2637 +convention=position_vector "
            + "+step +inv +proj=cart +ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg",
            rings);

        Assert.Equal(4490, imported.Layers[0].Epsg);
        Assert.InRange(Town.Apart(imported.Layers[0], expected), 0, 0.001);
    }

    [Theory]
    [InlineData("2380", "EPSG:2380", null)]
    [InlineData("local", "", 0)]
    public void Four_parameters_of_the_user_lead_where_PROJ_goes_to_a_millimetre(string from, string crs, int? given)
    {
        (double East, double North)[][] rings = [.. Town.Rings.Select(ring => ring.Select(point => (point.East - 600_000, point.North - 3_200_000)).ToArray())];
        var imported = Transformed(Four.Replace("FROM", from, StringComparison.Ordinal), rings, crs, given);
        var expected = Proj("+proj=helmert +x=600012.3456 +y=3200098.7654 +theta=35.2198 +s=0.9999924827", rings).SelectMany(ring => ring).ToArray();
        var shapes = imported.Layers[0].Shapes;

        Assert.Equal(4544, imported.Layers[0].Epsg);
        Assert.All(Enumerable.Range(0, expected.Length), i => Assert.True(
            Math.Abs(shapes.X[i] - expected[i].East) < 0.001 && Math.Abs(shapes.Y[i] - expected[i].North) < 0.001));
    }

    [Fact]
    public void Nothing_of_the_parameters_is_kept_but_that_there_were_some()
    {
        var imported = Transformed(Seven.Replace("FROM", "xian_1980", StringComparison.Ordinal), Town.Rings, "EPSG:2380");
        var plane = CityAssembly.From(imported.Layers, new AssemblyOptions()).City.Plane;
        CityFile.Write(_folder["city.gpkg"], imported.Layers, new CityFileOptions { Name = "t", Plane = plane, Overwrite = true });
        var kept = Encoding.UTF8.GetString(File.ReadAllBytes(_folder["city.gpkg"]));
        var told = string.Join('\n', imported.Report.Sources.SelectMany(source => source.Notes));

        Assert.Contains("EPSG:4490: a transformation given by the user was used", imported.Report.Sources[0].Notes);
        Assert.Equal("parcels.geojson (a transformation given by the user was used)", imported.Layers[0].Origin);
        Assert.DoesNotContain(Secrets, secret => kept.Contains(secret, StringComparison.Ordinal) || told.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain("Xian", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("helmert", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rx_arcsec: 1.3761", "rx_arcsec: 1.37.61x", "`rx_arcsec` is no number")]
    [InlineData("convention: position_vector", "", "`convention` is position_vector or coordinate_frame")]
    [InlineData("from: FROM", "from: 4544", "`from` of seven parameters is xian_1980")]
    [InlineData("method: helmert_7", "method: helmert", "`method` is helmert_7 or planar_4")]
    [InlineData("tx_m: -108.3719", "dx: -108.3719", "`dx` is no key here")]
    [InlineData("tx_m: -108.3719", "tx_m: [-108.3719", "it is not YAML")]
    public void A_broken_transformation_is_told_without_its_numbers(string line, string instead, string words)
    {
        var yaml = Seven.Replace(line, instead, StringComparison.Ordinal).Replace("FROM", "xian_1980", StringComparison.Ordinal);
        var refused = Assert.Throws<StoreException>(() => Transformed(yaml, Town.Rings, "EPSG:2380"));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets, secret => refused.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void A_transformation_for_another_datum_is_not_used()
    {
        var refused = Assert.Throws<StoreException>(() => Transformed(Seven.Replace("FROM", "beijing_1954", StringComparison.Ordinal), Town.Rings, "EPSG:2380"));

        Assert.Contains("the transformation given is for another system", refused.Message, StringComparison.Ordinal);
    }

    private ImportedLayers Transformed(string yaml, IReadOnlyList<(double East, double North)[]> rings, string crs, int? given = null)
    {
        File.WriteAllText(_folder["parameters.yaml"], yaml);
        return LayerImport.Read(new ImportRequest([Town.Write(_folder["parcels.geojson"], rings, crs)])
        {
            TransformPath = _folder["parameters.yaml"],
            ReferenceSystems = given is { } epsg ? [new GivenReferenceSystem(epsg, "parcels.geojson")] : [],
        });
    }

    private IReadOnlyList<(double East, double North)[]> Proj(string pipeline, IReadOnlyList<(double East, double North)[]> rings)
    {
        File.WriteAllLines(_folder["points"], rings.SelectMany(ring => ring).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.East:R} {point.North:R}")));
        var lines = TemporaryFolder.Run("cct", ["-d", "12", "-z", "0", "-t", "0", .. pipeline.Split(' '), _folder["points"]]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. lines.Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
                .Select(parts => (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture))).Chunk(5),
        ];
    }
}
