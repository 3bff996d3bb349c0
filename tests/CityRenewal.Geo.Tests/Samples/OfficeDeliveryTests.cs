using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Samples.Offices;

namespace CityRenewal.Geo.Tests.Samples;

/// <summary>What the offices write differs from what the city keeps, and the truth says what it means.</summary>
public class OfficeDeliveryTests
{
    private static readonly SampleOptions Options = new(600, 11);
    private static readonly Lazy<OfficeDelivery> Delivery = new(() => OfficeDelivery.Of(Options));
    private static readonly Lazy<SampleTown> Clean = new(() => SampleTown.Of(Options));

    [Fact]
    public void Every_office_brings_its_format_and_its_system() => Assert.Equal(
        [
            ("ZDJBXX.shp", 4545), ("fangwu.geojson", 4490), ("sanqusanxian.gpkg", 4524), ("guanli_danyuan.geojson", 4545),
            ("LSWHBHX.shp", 4545), ("lishi_jianzhu.shp", 4545), ("阻隔要素.zip", 4545),
        ],
        Delivery.Value.Files.Select(file => (file.Name, file.Layers[0].Epsg)));

    [Fact]
    public void Declared_areas_come_in_three_units_and_mean_what_the_register_says()
    {
        var areas = Clean.Value.Reals(LayerNames.Parcels, "declared_area_m2");
        var truth = Truth("ZDJBXX.shp", "declared_area_m2");

        Assert.Equal(areas.Length, truth.Count);
        Assert.Equal(["㎡", "亩", "公顷"], truth.Where(row => row.Written.Length > 0).Select(row => row.Written.TrimStart([.. "0123456789."])).Distinct().Order(StringComparer.Ordinal));
        Assert.All(truth.Zip(areas), row => Assert.True(
            double.IsNaN(row.Second) ? row.First.Value.Length == 0 : Math.Abs(Number(row.First.Value) - row.Second) < 0.51));
    }

    [Theory]
    [InlineData("storeys_above", "层", "+1", "~", "不详")]
    [InlineData("year_built", "年代", "约", "-06-30", "不详")]
    [InlineData("danger_grade", "级", "Ⅲ", "四", "不详")]
    [InlineData("floor_area_m2", "㎡", "万㎡", ",", "不详")]
    public void Many_hands_write_a_column(string column, params string[] habits)
    {
        var written = Truth("fangwu.geojson", column).Select(row => row.Written).ToList();

        Assert.All(habits, habit => Assert.Contains(written, text => text.Contains(habit, StringComparison.Ordinal)));
    }

    [Fact]
    public void Storeys_mean_the_true_number_or_nothing()
    {
        var storeys = Clean.Value.Integers(LayerNames.Buildings, "storeys_above");

        Assert.All(Truth("fangwu.geojson", "storeys_above").Zip(storeys), row => Assert.True(
            row.First.Value.Length == 0 || row.First.Value == row.Second.ToString(CultureInfo.InvariantCulture), $"{row}"));
    }

    [Fact]
    public void A_year_means_the_true_one_or_the_last_of_its_decade()
    {
        var years = Clean.Value.Integers(LayerNames.Buildings, "year_built");

        Assert.All(
            Truth("fangwu.geojson", "year_built").Zip(years).Where(row => row.First.Value.Length > 0),
            row => Assert.Equal(row.First.Written.Contains("年代", StringComparison.Ordinal) ? (row.Second / 10 * 10) + 9 : row.Second, Number(row.First.Value)));
    }

    [Fact]
    public void Towers_stand_on_podiums_under_one_code_and_their_floor_areas_add_up()
    {
        var layer = Delivery.Value.Files[1].Layers[0];
        TextSource ids = (TextSource)layer.Column("房屋编号")!, parts = (TextSource)layer.Column("部位")!, areas = (TextSource)layer.Column("JZMJ")!;
        var rows = Enumerable.Range(0, layer.Shapes.Count).Where(row => parts.TextOf(row).Length > 0).GroupBy(ids.TextOf).ToList();
        var truth = Truth("fangwu.geojson", "floor_area_m2").ToDictionary(row => row.Id, row => row.Value);

        Assert.NotEmpty(rows);
        Assert.All(rows, pair => Assert.Equal(["裙房", "塔楼"], pair.Select(parts.TextOf)));
        Assert.All(rows, pair => Assert.Equal(Number(truth[pair.Key]), pair.Sum(row => Number(areas.TextOf(row))), 0.005));
    }

    [Fact]
    public void People_in_the_files_are_nobody()
    {
        var parcels = Delivery.Value.Files[0].Layers[0];
        var rows = Enumerable.Range(0, parcels.Shapes.Count).ToList();

        Assert.All(rows.Select(parcels.Column("权利人")!.TextOf), name => Assert.True(name is "" || name.StartsWith("虚构", StringComparison.Ordinal)));
        // No county bears 999999, and no February has a thirtieth day.
        Assert.All(rows.Select(parcels.Column("ZJHM")!.TextOf), number => Assert.Matches("^(|9999991900023[0-9]{5})$", number));
    }

    [Fact]
    public void A_name_list_writes_some_names_otherwise_and_the_truth_knows_which_building_is_meant()
    {
        var list = Delivery.Value.Ledgers[1];
        var truth = Truth(list.Name, "building_id");

        Assert.Equal(list.Rows.Count - 1, truth.Count);
        Assert.Equal(list.Rows.Skip(1).Select(row => (string)row[0]!), truth.Select(row => row.Written));
        Assert.Equal(truth.Count, truth.Select(row => row.Value).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_delivers_the_same() =>
        Assert.Equal(Delivery.Value.Truth, OfficeDelivery.Of(Options with { Threads = 1 }).Truth);

    private static List<OfficeTruth> Truth(string file, string column) =>
        [.. Delivery.Value.Truth.Where(row => row.File == file && row.Column == column)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
