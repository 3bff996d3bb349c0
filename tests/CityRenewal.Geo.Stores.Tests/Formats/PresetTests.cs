using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Layers are known by their name and their fields, never by an abbreviation alone.</summary>
public sealed class PresetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ZDJBXX", "parcels", "ZDDM", "ZDMJ")]
    [InlineData("宗地_2024", "parcels", "宗地代码", "宗地面积")]
    [InlineData("anything", "parcels", "ZDDM", "ZDMJ")]
    [InlineData("ZRZ", "buildings", "ZRZH", "ZCS")]
    [InlineData("anything", "buildings", "层数", "建筑面积")]
    [InlineData("CZKFBJ", "udb", "BSM", "GHFQDM")]
    [InlineData("gh_zykzx_2017_czkfbj_py", "udb", "BSM", "GHFQMC")]
    [InlineData("LSWHBHX", "historic_zones", "BSM", "BHXLX")]
    [InlineData("STBHHX", "control_lines", "BSM", "MJ")]
    [InlineData("YJJBNTTB", "control_lines", "TBBH", "YJJBNTMJ")]
    [InlineData("DLTB", "parcels", "TBBH", "DLBM")]
    [InlineData("ZXCQGHYDYH", "detailed_plots", "BSM", "YDYHFLDM")]
    [InlineData("YDYHGHFQ", "subzones", "BSM", "GHFQDM")]
    [InlineData("区县", "administrative_units", "XZQDM", "XZQMC")]
    [InlineData("街道", "administrative_units", "XZQDM", "XZQMC")]
    [InlineData("历史建筑", "protected_items", "编号", "名称")]
    public void An_official_table_becomes_its_layer(string name, string layer, params string[] fields)
    {
        var city = LayerImport.Read(new ImportRequest([Delivery(name, fields)]));

        Assert.Equal(layer, Assert.Single(city.Layers).Name);
        Assert.StartsWith($"taken for {layer} by", city.Report.Sources[0].Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Floor_areas_that_come_with_their_origin_keep_it()
    {
        var path = DeliveredSketch.Write(_folder["buildings.geojson"], [("building_id", "B1"), ("floor_area_m2", 120.5), ("floor_area_origin", "surveyed")]);

        var layer = Assert.Single(LayerImport.Read(new ImportRequest([path])).Layers);

        Assert.Equal("buildings", layer.Name);
        Assert.Equal(["surveyed"], layer.Columns.Where(column => column.Name == "floor_area_origin").Select(column => column.TextOf(0)));
    }

    [Theory]
    [InlineData("CZKFBJ", "CUNMC", "MJ")]
    [InlineData("村庄开发边界CZKFBJ", "BSM", "GHFQDM")]
    public void A_village_boundary_under_the_same_abbreviation_is_no_urban_boundary(string name, params string[] fields)
    {
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([Delivery(name, fields)])));

        Assert.Contains("nothing says which layer of the city", refused.Message, StringComparison.Ordinal);
    }

    // The public list gives blue and purple lines the same YSDM.
    [Fact]
    public void Blue_and_purple_lines_are_told_by_their_layer_and_joined_with_ids_of_their_own()
    {
        string[] files = [.. new[] { "ZXCQCSLX", "ZXCQCSZX", "ZXCQCSLVX", "ZXCQCSHX", "HLFXKZX" }.Select(name =>
            DeliveredSketch.Write(_folder[name + ".geojson"], [("BSM", "1"), ("YSDM", "2090020233")]))];

        var lines = Assert.Single(LayerImport.Read(new ImportRequest(files)).Layers);

        Assert.Equal(["flood", "yellow_line", "green_line", "blue_line", "purple_line"], Texts(lines, "kind"));
        Assert.Equal(["HLFXKZX:1", "ZXCQCSHX:1", "ZXCQCSLVX:1", "ZXCQCSLX:1", "ZXCQCSZX:1"], Texts(lines, "zone_id"));
    }

    [Fact]
    public void Survey_patches_are_left_out_where_parcels_are_the_partition()
    {
        var city = LayerImport.Read(new ImportRequest([Delivery("ZDJBXX", "ZDDM", "ZDMJ"), Delivery("DLTB", "TBBH", "DLBM")]));

        Assert.Equal("宗地", Assert.Single(city.Layers).Column("source_kind")!.TextOf(0));
        Assert.Contains(city.Report.Sources, source => source.SourceLayer == "DLTB" && source.Notes[0].StartsWith("left out: ZDJBXX is the partition", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("01", "弹性发展区", "concentrated")]
    [InlineData("420", "", "elastic")]
    [InlineData("", "特别用途区", "special")]
    [InlineData("99", "城镇弹性发展区", "elastic")]
    public void Subzones_are_told_by_code_else_by_name(string code, string name, string kind)
    {
        var file = DeliveredSketch.Write(_folder["CZKFBJ.geojson"], [("BSM", "1"), ("GHFQDM", code), ("GHFQMC", name)]);

        Assert.Equal(kind, LayerImport.Read(new ImportRequest([file])).Layers[0].Column("kind")!.TextOf(0));
    }

    [Fact]
    public void Nought_is_unknown_for_what_cannot_be_nothing_and_zero_for_counts_and_the_mapping_may_say_otherwise()
    {
        var file = DeliveredSketch.Write(_folder["fangwu.geojson"], [("房屋编号", "F1"), ("层数", 0), ("建成年代", "0"), ("户数", 0), ("建筑面积", 0.0)]);
        var mapping = _folder["map.yaml"];
        File.WriteAllText(mapping, "layers:\n- layer: buildings\n  file: fangwu.geojson\n  id: 房屋编号\n"
            + "  fields: { storeys_above: 层数, households: 户数 }\n  zero: { storeys_above: zero, households: unknown }\n");

        var preset = LayerImport.Read(new ImportRequest([file]));
        var mapped = LayerImport.Read(new ImportRequest([file], mapping)).Layers[0];

        Assert.Equal(["", "", "0", ""], new[] { "storeys_above", "year_built", "households", "floor_area_m2" }.Select(name => preset.Layers[0].Column(name)!.TextOf(0)));
        Assert.Equal(["0", ""], new[] { "storeys_above", "households" }.Select(name => mapped.Column(name)!.TextOf(0)));
        Assert.Contains(preset.Report.Sources[0].Notes, note => note.StartsWith("storeys_above: '0' in 1 rows read as unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void Readings_that_are_not_literal_are_counted_and_told()
    {
        var file = DeliveredSketch.Column(_folder["fangwu.geojson"], "层数", "6+1", "6+1", "3~5层", "不详", "6");

        var city = LayerImport.Read(new ImportRequest([file]));

        Assert.Equal(["7", "7", "", "", "6"], Texts(city.Layers[0], "storeys_above"));
        Assert.Contains(city.Report.Sources[0].Readings, reading => reading == new ImportedReading("storeys_above", "6+1", "7", "a top storey counted in", 2));
        Assert.Contains(city.Report.Sources[0].Notes, note => note == "storeys_above: '6+1' in 2 rows read as 7 (a top storey counted in)");
        Assert.Equal("F2", Assert.Single(city.Defects, defect => defect.Code == "interval_value").Id);
    }

    [Fact]
    public void Surveyed_floor_areas_go_before_registered_ones_row_by_row()
    {
        var file = DeliveredSketch.Write(
            _folder["ZRZ.geojson"],
            [("ZRZH", "1"), ("ZCS", 2), ("SCJZMJ", 190.5), ("JZMJ", 200)],
            [("ZRZH", "2"), ("ZCS", 2), ("SCJZMJ", ""), ("JZMJ", 200)]);

        var layer = LayerImport.Read(new ImportRequest([file])).Layers[0];

        Assert.Equal(["190.5", "200"], Texts(layer, "floor_area_m2"));
        Assert.Equal(["surveyed", "registered"], Texts(layer, "floor_area_origin"));
    }

    [Fact]
    public void Rows_of_one_building_code_become_one_building_with_its_parts_kept()
    {
        var file = DeliveredSketch.Write(
            _folder["ZRZ.geojson"],
            [("ZRZH", "1"), ("ZCS", 4), ("JZMJ", 400)], [("ZRZH", "1"), ("ZCS", 20), ("JZMJ", 1600)], [("ZRZH", "2"), ("ZCS", 3), ("JZMJ", 300)]);

        var city = LayerImport.Read(new ImportRequest([file]));

        Assert.Equal(["20", "3"], Texts(city.Layers[0], "storeys_above"));
        Assert.Equal(["2000", "300"], Texts(city.Layers[0], "floor_area_m2"));
        Assert.Contains("\"storeys_above\":4", city.Layers[0].Column("parts")!.TextOf(0), StringComparison.Ordinal);
        Assert.Contains(city.Report.Sources[0].Notes, note => note.StartsWith("3 rows became 2 buildings; 1 of them", StringComparison.Ordinal));
    }

    private string Delivery(string name, params string[] fields) =>
        DeliveredSketch.Write(_folder[name + ".geojson"], [.. fields.Select(field => (field, (object)"1"))]);

    private static IEnumerable<string> Texts(SourceLayer layer, string column) =>
        Enumerable.Range(0, layer.Shapes.Count).Select(layer.Column(column)!.TextOf);
}
