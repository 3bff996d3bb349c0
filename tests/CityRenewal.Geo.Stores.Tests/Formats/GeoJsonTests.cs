using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public sealed class GeoJsonTests : IDisposable
{
    private const string Square = "[[[106.5,29.5],[106.501,29.5],[106.501,29.501],[106.5,29.501],[106.5,29.5]]]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Broken => new()
    {
        { "cut short", Collection(Feature(Polygon(Square)))[..150], "near line 3" },
        { "empty file", "", "it is empty" },
        { "no GeoJSON", "{\"a\": 1}", "it is JSON, but not GeoJSON" },
        { "another type", "{\"type\": \"Topology\"}", "type 'Topology' is none of" },
        { "an array", "[1, 2]", "an object at the start" },
        { "features are no array", "{\"type\": \"FeatureCollection\", \"features\": {}}", "an array of features" },
        { "a feature is a number", "{\"type\": \"FeatureCollection\", \"features\": [7]}", "a feature" },
        { "properties are a text", Collection("{\"type\": \"Feature\", \"properties\": \"x\", \"geometry\": null}"), "an object of properties" },
        { "geometry is a text", Collection("{\"type\": \"Feature\", \"properties\": {}, \"geometry\": \"x\"}"), "a geometry" },
        { "NaN", Collection(Feature(Polygon("[[[NaN, 1]]]"))), "near line 3" },
        { "too deep", Collection(Feature(Polygon(new string('[', 200)))), "near line 3" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_says_where_and_what_to_do(string what, string json, string words)
    {
        var refused = Assert.Throws<StoreException>(() => Read(json));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Remedy.Length > 0, what);
    }

    public static TheoryData<string, string> Defects => new()
    {
        { "null", "null_geometry" },
        { Polygon("[]"), "null_geometry" },
        { Polygon("[[[106.5,29.5],[106.501,29.5],[106.501,29.501],[106.5,29.501]]]"), "unclosed_ring" },
        { Polygon("[[[106.5,29.5],[1e999,29.5],[106.501,29.501],[106.5,29.5]]]"), "nan_coordinate" },
        { Polygon("[[[106.5,29.5],[null,29.5],[106.501,29.501],[106.5,29.5]]]"), "nan_coordinate" },
        { Polygon("[[[106.5,29.5],[106.501,29.501],[106.501,29.5],[106.5,29.501],[106.5,29.5]]]"), "self_intersection" },
        { Polygon("[[[106.5,29.5],[106.501,29.5],[106.5,29.5],[106.5,29.5]]]"), "zero_area" },
        { Polygon("[[[106.5,29.5,210],[106.501,29.5,211],[106.501,29.501,212],[106.5,29.5,210]]]"), "extra_dimension" },
        { Polygon("[[[\"106.5\",29.5],[106.501,29.5]]]"), "broken_geometry" },
        { Polygon("[[106.5,29.5],[106.501,29.5]]"), "broken_geometry" },
        { "{\"type\": \"Polygon\"}", "broken_geometry" },
        { "{\"type\": \"Circle\", \"coordinates\": [1, 2]}", "broken_geometry" },
        { "{\"type\": \"Point\", \"coordinates\": [106.5, 29.5]}", "mixed_geometry" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_bad_geometry_among_good_ones_is_listed_and_its_feature_kept(string geometry, string code)
    {
        var imported = Read(Collection(Feature(Polygon(Square)), Feature(geometry), Feature(Polygon(Square.Replace("106.5", "107.5", StringComparison.Ordinal)))));

        Assert.Equal(3, Assert.Single(imported.Layers).Shapes.Count);
        Assert.Contains(imported.Defects, defect => defect.Code == code && defect.Fid is 1 or -1);
    }

    [Fact]
    public void Metres_without_a_crs_are_refused_with_what_each_system_would_mean()
    {
        var refused = Assert.Throws<StoreException>(() => Read(Collection(Feature(Polygon("[[[640000,3270000],[640010,3270000],[640010,3270010],[640000,3270000]]]")))));

        Assert.Contains("nothing says which reference system", refused.Message, StringComparison.Ordinal);
        Assert.Contains("EPSG:4544 CGCS2000 / 3-degree Gauss-Kruger CM 105E: the layer lies at 106.4", refused.Message, StringComparison.Ordinal);
        Assert.Contains("EPSG:4545 CGCS2000 / 3-degree Gauss-Kruger CM 108E: the layer lies at 109.4", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--crs", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_user_may_name_the_system_of_a_file_that_does_not()
    {
        var json = Collection(Feature(Polygon("[[[640000,3270000],[640010,3270000],[640010,3270010],[640000,3270000]]]")));

        Assert.Equal(4544, Assert.Single(Read(json, new GivenReferenceSystem(4544)).Layers).Epsg);
        Assert.Equal(0, Assert.Single(Read(json, new GivenReferenceSystem(0, "parcels.geojson")).Layers).Epsg);
    }

    [Fact]
    public void Members_may_come_in_any_order_and_properties_of_any_type()
    {
        var imported = Read("""
            { "features": [
              { "geometry": { "coordinates": [[[106.5,29.5],[106.501,29.5],[106.501,29.501],[106.5,29.5]]], "type": "Polygon" },
                "properties": { "land_use": "居\u4f4f", "parcel_id": 12345678901234, "far_limit": 2.5 }, "type": "Feature" },
              { "type": "Feature", "properties": { "far_limit": "１．５", "parcel_id": "B", "extra": { "a": [1] } },
                "geometry": { "type": "GeometryCollection", "geometries": [ { "type": "Polygon", "coordinates": [[[106.6,29.5],[106.601,29.5],[106.601,29.501],[106.6,29.5]]] } ] } }
            ], "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::4490" } }, "type": "FeatureCollection" }
            """);

        var layer = Assert.Single(imported.Layers);
        Assert.Equal(4490, layer.Epsg);
        Assert.Equal(["12345678901234", "B"], [layer.Column("parcel_id")!.TextOf(0), layer.Column("parcel_id")!.TextOf(1)]);
        Assert.Equal(["居住", ""], [layer.Column("land_use")!.TextOf(0), layer.Column("land_use")!.TextOf(1)]);
        Assert.Equal([2.5, 1.5], ((RealSource)layer.Column("far_limit")!).Values);
    }

    [Fact]
    public void A_file_in_GBK_is_read_and_the_report_says_so()
    {
        File.WriteAllBytes(_folder["parcels.geojson"], TextEncodings.Gb18030.GetBytes(Collection(Feature(Polygon(Square), "居住"))));
        var imported = LayerImport.Read(new ImportRequest([_folder["parcels.geojson"]]));

        Assert.Equal("居住", imported.Layers[0].Column("land_use")!.TextOf(0));
        Assert.Contains("GB18030", string.Join(' ', imported.Report.Sources[0].Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_of_a_million_vertices_comes_in()
    {
        var ring = new StringBuilder();
        for (var i = 0; i <= 1_000_000; i++)
        {
            var angle = i % 1_000_000 * Math.Tau / 1_000_000;
            ring.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}[{106.5 + (0.1 * Math.Cos(angle)):R},{29.5 + (0.1 * Math.Sin(angle)):R}]");
        }

        var imported = Read(Collection(Feature(Polygon($"[[{ring}]]"))));

        Assert.Equal(1_000_001, imported.Layers[0].Shapes.X.Length);
        Assert.DoesNotContain(imported.Defects, defect => defect.Severity == CityRenewal.Geo.Defects.Severity.Error);
    }

    // The library of the same name as the format builds features of the same file: a second opinion on ours.
    [Fact]
    public void Vertices_and_properties_are_those_that_NetTopologySuite_reads()
    {
        var path = Path.Combine(TestData.Folder, "as-delivered", "fangwu.geojson");
        var options = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } };
        var expected = JsonSerializer.Deserialize<FeatureCollection>(File.ReadAllText(path), options)!;
        var read = new GeoJsonFile(path).Read("fangwu", null, null, default);

        Assert.Equal(expected.SelectMany(feature => feature.Geometry.Coordinates).Select(vertex => (vertex.X, vertex.Y)), read.Shapes.X.Zip(read.Shapes.Y));
        Assert.Equal(expected.Select(feature => feature.Attributes["房屋编号"]?.ToString()), Enumerable.Range(0, expected.Count).Select(read.Field("房屋编号")!.TextOf));
        Assert.Equal(expected.Select(feature => feature.Attributes["ZCS"]?.ToString() ?? ""), Enumerable.Range(0, expected.Count).Select(read.Field("ZCS")!.TextOf));
    }

    [Fact]
    public void Reading_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() => LayerImport.Read(
        new ImportRequest(TestData.AsDelivered(), TestData.Mapping("as-delivered.yaml")), progress: null, new CancellationToken(canceled: true)));

    private ImportedLayers Read(string json, params GivenReferenceSystem[] given)
    {
        File.WriteAllText(_folder["parcels.geojson"], json);
        return LayerImport.Read(new ImportRequest([_folder["parcels.geojson"]]) { ReferenceSystems = given });
    }

    private static string Polygon(string coordinates) => $"{{\"type\": \"Polygon\", \"coordinates\": {coordinates}}}";

    private static string Feature(string geometry, string landUse = "R") =>
        $"{{\"type\": \"Feature\", \"properties\": {{\"land_use\": \"{landUse}\"}}, \"geometry\": {geometry}}}";

    private static string Collection(params string[] features) =>
        $"{{\"type\": \"FeatureCollection\",\n\"features\": [\n{string.Join(",\n", features)}]}}";
}
