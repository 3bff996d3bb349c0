using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>Layers whose numbers fit several systems.</summary>
public sealed class SystemQuestionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_layer_in_metres_without_a_system_is_asked_about_with_the_fitting_answer_first()
    {
        var refused = Assert.Throws<StoreException>(() => Import(Parcels(), Unnamed("udb.geojson")));
        var lines = refused.Message.Split('\n').Where(line => line.Contains("EPSG:", StringComparison.Ordinal) && line.StartsWith("    ", StringComparison.Ordinal)).ToList();

        Assert.StartsWith("    EPSG:4544 CGCS2000 / 3-degree Gauss-Kruger CM 105E: the layer lies at 106.4", lines[0], StringComparison.Ordinal);
        Assert.Contains("on top of parcels, 100 %(与地块重合 100 %): --crs udb.geojson=4544", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("29", StringComparison.Ordinal) && line.Contains("km east of parcels(在地块以东 29", StringComparison.Ordinal) && line.EndsWith("--crs udb.geojson=4545", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("--crs udb.geojson=4546", StringComparison.Ordinal));
    }

    [Fact]
    public void The_answer_as_an_option_settles_it()
    {
        var imported = LayerImport.Read(new ImportRequest([Parcels(), Unnamed("udb.geojson")]) { ReferenceSystems = [new GivenReferenceSystem(4544, "udb.geojson")] });

        Assert.Equal(4544, imported.Layers.Single(layer => layer.Name == "udb").Epsg);
        Assert.DoesNotContain(imported.Defects, defect => defect.Code is "layer_far_away" or "layer_shifted");
    }

    [Fact]
    public void The_wrong_answer_is_told_from_the_others_with_the_right_one()
    {
        var imported = LayerImport.Read(new ImportRequest([Parcels(), Unnamed("udb.geojson")]) { ReferenceSystems = [new GivenReferenceSystem(4545, "udb.geojson")] });
        var far = Assert.Single(imported.Defects, defect => defect.Code == "layer_far_away");

        Assert.Matches(@"in EPSG:4545 it lies 29\d km east of parcels\(按 EPSG:4545 位于地块以东约 29\d 公里\); in EPSG:4544 .* it lies on them\(按 EPSG:4544 读取则重合\)", far.Message);
    }

    [Fact]
    public void A_person_who_can_be_asked_gets_the_candidates_and_the_known_layers()
    {
        SystemQuestion? asked = null;
        var imported = LayerImport.Read(new ImportRequest([Parcels(), Unnamed("udb.geojson")])
        {
            Ask = question =>
            {
                asked = question;
                return question.Candidates[0];
            },
        });

        Assert.Equal(["parcels"], asked!.Known.Select(known => known.Name));
        Assert.Equal((4544, false), (asked.Candidates[0].Epsg, asked.Candidates[0].SwapAxes));
        Assert.Equal(4544, imported.Layers.Single(layer => layer.Name == "udb").Epsg);
    }

    [Fact]
    public void Layers_without_a_system_beside_none_that_has_one_are_told_by_their_place()
    {
        var refused = Assert.Throws<StoreException>(() => Import(Unnamed("parcels.geojson"), Unnamed("udb.geojson")));

        Assert.Contains("2 things stand in the way", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the layer lies at 106.4", refused.Message, StringComparison.Ordinal);
        Assert.Contains("(Chongqing 重庆): --crs parcels.geojson=4544", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zone_prefix_in_the_numbers_leaves_no_question_of_the_zone()
    {
        var rings = Town.In("EPSG:4523");
        var refused = Assert.Throws<StoreException>(() => Import(Parcels(), Town.Write(_folder["udb.geojson"], rings)));

        Assert.Contains("EPSG:4523", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("EPSG:4545", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_system_that_cannot_have_such_numbers_is_not_believed()
    {
        var refused = Assert.Throws<StoreException>(() => Import(Parcels(), Town.Write(_folder["udb.geojson"], Town.In("EPSG:4523"), "EPSG:4544")));

        Assert.Contains("says EPSG:4544, but its coordinates lie out of the reach of that system.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--crs udb.geojson=4523", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Degrees_under_the_name_of_a_metric_system_are_not_believed_either()
    {
        var refused = Assert.Throws<StoreException>(() => Import(Parcels(), Town.Write(_folder["udb.geojson"], Town.In("EPSG:4490"), "urn:ogc:def:crs:EPSG::4544")));

        Assert.Contains("which is in metres, but its coordinates are degrees", refused.Message, StringComparison.Ordinal);
        Assert.Contains("on top of parcels, 100 %(与地块重合 100 %): --crs udb.geojson=4490", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EPSG:4533", "which is CGCS2000 / 3-degree Gauss-Kruger zone 45 with its central meridian at 135° E and is not supported; the zones of Chongqing 重庆 are EPSG:4544-4546")]
    [InlineData("EPSG:27700", "names EPSG:27700, which is not supported.")]
    [InlineData("urn:ogc:def:crs:EPSG::999999", "names EPSG:999999, which is not supported.")]
    [InlineData("my own grid", "the crs member (my own grid) is not recognised")]
    public void A_code_that_is_not_supported_is_explained_and_the_candidates_are_named(string crs, string words)
    {
        var refused = Assert.Throws<StoreException>(() => Import(Parcels(), Town.Write(_folder["udb.geojson"], Town.Rings, crs)));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--crs udb.geojson=4544", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EPSG:4523")]
    [InlineData("urn:ogc:def:crs:EPSG::4523")]
    [InlineData("urn:ogc:def:crs:EPSG:6.18:4523")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4523")]
    [InlineData("https://spatialreference.org/ref/epsg/4523/")]
    public void A_crs_member_is_read_however_it_names_the_register(string crs) =>
        Assert.Equal(4523, Town.Layer(new ImportRequest([Town.Write(_folder["parcels.geojson"], Town.In("EPSG:4523"), crs)]), "parcels").Epsg);

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("OGC:CRS84")]
    [InlineData("")]
    public void Degrees_are_those_of_GeoJSON(string crs)
    {
        var degrees = Town.In("EPSG:4490");
        var layer = Town.Layer(new ImportRequest([Town.Write(_folder["parcels.geojson"], degrees, crs)]), "parcels");

        Assert.Equal(4326, layer.Epsg);
        Assert.InRange(Town.Apart(layer, degrees), 0, 1e-6);
    }

    [Fact]
    public void An_option_for_a_file_that_was_not_read_is_told()
    {
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(
            new ImportRequest([Parcels()]) { ReferenceSystems = [new GivenReferenceSystem(4544, "udb.shp")], SwapAxes = ["roads.shp"] }));

        Assert.Contains("--crs udb.shp: no layer that was read has this name. It is one of parcels.geojson.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--swap-axes roads.shp", refused.Message, StringComparison.Ordinal);
    }

    private string Parcels() => Town.Write(_folder["parcels.geojson"], Town.Rings, "EPSG:4544");

    private string Unnamed(string name) => Town.Write(_folder[name], Town.Rings);

    private static ImportedLayers Import(params string[] files) => LayerImport.Read(new ImportRequest(files));
}
