using System.Xml.Linq;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>What QGIS and GDAL see of a city file.</summary>
public sealed class QgisTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public QgisTests()
    {
        _path = _folder["city.gpkg"];
        CityFile.Write(_path, SmallTown.Layers(200));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GDAL_lists_the_layers_and_the_history_of_each_as_a_table()
    {
        var info = TemporaryFolder.Run("ogrinfo", "-ro", "-q", _path);

        Assert.Equal(
            ["barriers (Multi Line String)", "barriers_history (None)", "buildings (Multi Polygon)", "buildings_history (None)",
             "city_settings (None)", "layer_styles (None)", "layer_versions (None)", "ledger_records (None)", "parcels (Multi Polygon)",
             "parcels_history (None)", "protected_items (Point)", "protected_items_history (None)", "register_baseline_buildings (None)",
             "register_baselines (None)", "register_demolitions (None)", "register_dispositions (None)", "register_entries (None)",
             "register_parcels (None)", "register_steps (None)", "schema_version (None)", "udb (Multi Polygon)", "udb_history (None)"],
            info.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(' ') + 1)..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(LayerNames.Parcels, 200, 4544, "地块 Parcels")]
    [InlineData(LayerNames.Buildings, 300, 4544, "建筑 Buildings")]
    [InlineData(LayerNames.Udb, 1, 4523, "城镇开发边界 Urban development boundary")]
    [InlineData(LayerNames.Barriers, 1, 4490, "阻隔 Barriers")]
    public void GDAL_counts_names_and_places_every_layer(string layer, int features, int epsg, string title)
    {
        var info = TemporaryFolder.Run("ogrinfo", "-ro", "-so", _path, layer);

        Assert.Contains($"Feature Count: {features}\n", info, StringComparison.Ordinal);
        Assert.Contains($"ID[\"EPSG\",{epsg}]]\n", info, StringComparison.Ordinal);
        Assert.Contains($"IDENTIFIER={title}\n", info, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_has_a_title_in_both_languages()
    {
        var titles = TemporaryFolder.Sql(_path, "SELECT identifier FROM gpkg_contents WHERE table_name LIKE '%history' ORDER BY table_name");

        Assert.Equal(
            "阻隔历史 Barriers history\n建筑历史 Buildings history\n地块历史 Parcels history\n保护对象历史 Protected items history\n"
            + "城镇开发边界历史 Urban development boundary history",
            titles);
    }

    [Fact]
    public void GDAL_reads_geometry_and_finds_it_through_the_index()
    {
        var found = TemporaryFolder.Run("ogrinfo", "-ro", "-al", "-q", "-spat", "500041", "3270001", "500042", "3270002", _path, LayerNames.Parcels);

        Assert.Contains("parcel_id (String) = P0000001", found, StringComparison.Ordinal);
        Assert.Contains("MULTIPOLYGON (((500040.14285714", found, StringComparison.Ordinal);
        Assert.Single(found.Split("OGRFeature").Skip(1));
        Assert.Equal("1", TemporaryFolder.Run("ogrinfo", "-ro", "-q", _path, "-sql", "SELECT HasSpatialIndex('parcels', 'geom') AS n").Split("= ")[1].Trim());
    }

    [Fact]
    public void Every_layer_has_a_default_style_that_is_whole_XML_with_a_symbol_for_every_class()
    {
        var styled = TemporaryFolder.Sql(_path, "SELECT f_table_name FROM layer_styles WHERE useAsDefault = 1 AND f_geometry_column = 'geom' ORDER BY 1");
        Assert.Equal("barriers\nbuildings\nparcels\nprotected_items\nudb", styled);
        foreach (var layer in styled.Split('\n'))
        {
            var renderer = XDocument.Parse(TemporaryFolder.Sql(_path, $"SELECT styleQML FROM layer_styles WHERE f_table_name = '{layer}'")).Root!.Element("renderer-v2")!;
            var symbols = renderer.Element("symbols")!.Elements("symbol").Select(symbol => symbol.Attribute("name")!.Value).ToList();
            var classes = renderer.Element("categories")?.Elements("category").Select(category => category.Attribute("symbol")!.Value).ToList();
            Assert.Equal(classes ?? ["0"], symbols);
            var type = renderer.Descendants("symbol").First().Attribute("type")!.Value;
            Assert.Equal(layer switch { "barriers" => "line", "protected_items" => "marker", _ => "fill" }, type);
        }
    }

    [Fact]
    public void Buildings_are_told_apart_by_danger_and_age_in_SQL_that_runs()
    {
        var qml = XDocument.Parse(TemporaryFolder.Sql(_path, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'buildings'"));
        var expression = qml.Root!.Element("renderer-v2")!.Attribute("attr")!.Value;

        var classes = TemporaryFolder.Sql(_path, $"SELECT DISTINCT {expression} AS c FROM buildings ORDER BY 1").Split('\n');

        Assert.Equal(["1", "2", "3", "D"], classes);
        Assert.Subset(qml.Descendants("category").Select(category => category.Attribute("value")!.Value).ToHashSet(), classes.ToHashSet());
    }

    [Theory]
    [InlineData(4490)]
    [InlineData(4326)]
    [InlineData(4544)]
    [InlineData(4545)]
    [InlineData(4546)]
    [InlineData(4523)]
    [InlineData(4524)]
    [InlineData(4525)]
    [InlineData(4507)]
    [InlineData(4508)]
    [InlineData(4496)]
    [InlineData(4497)]
    [InlineData(2154)]
    [InlineData(3857)]
    [InlineData(32648)]
    [InlineData(32748)]
    public void Our_text_of_a_reference_system_is_GDALs(int epsg)
    {
        var theirs = TemporaryFolder.Run("gdalsrsinfo", "-o", "wkt1", "--single-line", $"EPSG:{epsg}").Trim();

        Assert.Equal(theirs, SpatialReferences.Find(epsg)!.Value.Definition);
    }
}
