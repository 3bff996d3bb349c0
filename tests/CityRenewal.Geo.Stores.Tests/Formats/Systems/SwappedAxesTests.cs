using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>Whole layers whose first coordinate is north.</summary>
public sealed class SwappedAxesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("EPSG:4544", "EPSG:4544")]
    [InlineData("EPSG:4523", "urn:ogc:def:crs:EPSG::4523")]
    [InlineData("EPSG:4490", "EPSG:4490")]
    [InlineData("EPSG:4490", "urn:ogc:def:crs:OGC:1.3:CRS84")]
    public void They_are_refused_with_the_option_that_reads_them_right(string system, string crs)
    {
        var file = Town.Write(_folder["parcels.geojson"], Town.NorthFirst(Town.In(system)), crs);
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([file])));

        Assert.Contains("fit that only with their axes swapped", refused.Message, StringComparison.Ordinal);
        Assert.Contains("坐标轴颠倒", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--swap-axes parcels.geojson", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EPSG:4544", "EPSG:4544")]
    [InlineData("EPSG:4490", "EPSG:4490")]
    public void The_option_reads_them_to_the_millimetre_and_the_report_says_so(string system, string crs)
    {
        var file = Town.Write(_folder["parcels.geojson"], Town.NorthFirst(Town.In(system)), crs);
        var imported = LayerImport.Read(new ImportRequest([file]) { SwapAxes = ["parcels.geojson"] });

        Assert.InRange(Town.Apart(imported.Layers[0], Town.In("EPSG:4490")), 0, 0.001);
        Assert.Contains(imported.Report.Sources[0].Notes, note => note.Contains("axes swapped as asked", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mapping_says_it_with_axes()
    {
        var file = Town.Write(_folder["dikuai.geojson"], Town.NorthFirst(Town.Rings));
        File.WriteAllText(_folder["map.yaml"], "- layer: parcels\n  file: dikuai.geojson\n  crs: 4544\n  axes: north_east\n  id: id\n");
        var layer = Town.Layer(new ImportRequest([file], _folder["map.yaml"]), "parcels");

        Assert.InRange(Town.Apart(layer, Town.In("EPSG:4490")), 0, 0.001);
    }

    [Fact]
    public void A_mapping_with_an_unknown_order_of_axes_is_told_the_two_there_are()
    {
        var file = Town.Write(_folder["dikuai.geojson"], Town.Rings);
        File.WriteAllText(_folder["map.yaml"], "- layer: parcels\n  file: dikuai.geojson\n  axes: yx\n  id: id\n");

        Assert.Contains("'yx' is no order of axes; it is east_north, or north_east", Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([file], _folder["map.yaml"]))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EPSG:4544", "first coordinate taken as north(首坐标为北): --crs udb.geojson=4544 --swap-axes udb.geojson")]
    [InlineData("EPSG:4490", "first coordinate taken as north(首坐标为北): --crs udb.geojson=4490 --swap-axes udb.geojson")]
    public void Without_a_system_the_question_names_the_swapped_reading(string system, string words)
    {
        var parcels = Town.Write(_folder["parcels.geojson"], Town.Rings, "EPSG:4544");
        var swapped = Town.Write(_folder["udb.geojson"], Town.NorthFirst(Town.In(system)));
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([parcels, swapped])));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapping_what_was_right_is_told()
    {
        var file = Town.Write(_folder["parcels.geojson"], Town.Rings, "EPSG:4544");
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([file]) { SwapAxes = [file] }));

        Assert.Contains("Leave out --swap-axes", refused.Message, StringComparison.Ordinal);
    }

    // Near 45° both orders are places on earth: only the other layers tell.
    [Fact]
    public void Where_both_orders_are_places_the_other_layers_tell()
    {
        (double East, double North)[][] here = [.. Town.In("EPSG:4490").Select(ring => ring.Select(point => (point.East - 104, point.North + 18)).ToArray())];
        var parcels = Town.Write(_folder["parcels.geojson"], here);
        var swapped = Town.Write(_folder["udb.geojson"], Town.NorthFirst(here));
        var far = Assert.Single(LayerImport.Read(new ImportRequest([parcels, swapped])).Defects, defect => defect.Code == "layer_far_away");

        Assert.Contains("with its axes swapped it lies on them: --swap-axes", far.Message, StringComparison.Ordinal);
        Assert.Contains("交换坐标轴后重合", far.Message, StringComparison.Ordinal);
    }
}
