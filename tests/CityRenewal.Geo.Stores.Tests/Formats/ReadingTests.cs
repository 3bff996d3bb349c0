using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>What people type, and what it is read as.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("6", 6)]
    [InlineData("６", 6)]
    [InlineData("6层", 6)]
    [InlineData("6F", 6)]
    [InlineData("六层", 6)]
    [InlineData("十二层", 12)]
    [InlineData("二十三", 23)]
    [InlineData("6+1", 7)]
    [InlineData("6+1层", 7)]
    [InlineData("6+跃", 7)]
    [InlineData("地上6层地下1层", 6)]
    [InlineData("地上六层，地下一层", 6)]
    [InlineData("6/-1", 6)]
    [InlineData("6F/B1", 6)]
    [InlineData("-1", 0)]
    [InlineData("地下1层", 0)]
    public void Storeys_above_ground(string written, double storeys) => Assert.Equal(storeys, StoreyText.Above(written).Value);

    [Theory]
    [InlineData("地上6层地下1层", 1)]
    [InlineData("6/-2", 2)]
    [InlineData("-1", 1)]
    [InlineData("负二层", 2)]
    [InlineData("6F/B1", 1)]
    [InlineData("6", double.NaN)]
    [InlineData("6+1", double.NaN)]
    public void A_text_about_the_whole_building_tells_storeys_below_ground_only_where_it_speaks_of_them(string written, double storeys) =>
        Assert.Equal(storeys, StoreyText.BelowInWhole(written).Value);

    [Theory]
    [InlineData("1985", 1985)]
    [InlineData("１９８５年", 1985)]
    [InlineData("1985.6", 1985)]
    [InlineData("198506", 1985)]
    [InlineData("19850601", 1985)]
    [InlineData("1985-06-01", 1985)]
    [InlineData("2010/3/1", 2010)]
    [InlineData("2010-03-01 00:00:00", 2010)]
    [InlineData("2010-03-01T00:00:00", 2010)]
    [InlineData("1985年6月", 1985)]
    [InlineData("一九八五年", 1985)]
    [InlineData("约1985", 1985)]
    [InlineData("1985年左右", 1985)]
    [InlineData("1980年代", 1989)]
    [InlineData("80年代", 1989)]
    [InlineData("八十年代", 1989)]
    [InlineData("80年代初", 1983)]
    [InlineData("上世纪80年代", 1989)]
    [InlineData("1980s", 1989)]
    [InlineData("00年代", 2009)]
    [InlineData("1985年以前", 1985)]
    [InlineData("1985-1990", 1990)]
    [InlineData("1985-90", 1990)]
    public void Years_and_of_several_the_latest_that_the_text_allows(string written, double year) =>
        Assert.Equal(year, YearText.Read(written).Value);

    [Theory]
    [InlineData("不详")]
    [InlineData("未知")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("NULL")]
    [InlineData(" 不 详 ")]
    public void A_word_for_nobody_knows_is_unknown_in_every_column(string written)
    {
        Assert.Equal(ReadingKind.SaidUnknown, YearText.Read(written).Kind);
        Assert.Equal(ReadingKind.SaidUnknown, StoreyText.Above(written).Kind);
        Assert.Equal(ReadingKind.SaidUnknown, QuantityText.Read(written, Column("floor_area_m2")).Kind);
    }

    [Theory]
    [InlineData("3~5层")]
    [InlineData("3～5")]
    [InlineData("3-5层")]
    [InlineData("3至5层")]
    public void An_interval_of_storeys_is_unknown_for_a_mean_is_no_fact(string written) =>
        Assert.Equal((ReadingKind.Interval, double.NaN), (StoreyText.Above(written).Kind, StoreyText.Above(written).Value));

    [Theory]
    [InlineData("20年代")]
    [InlineData("1990年以后")]
    public void A_year_with_no_latest_is_an_interval(string written) => Assert.Equal(ReadingKind.Interval, YearText.Read(written).Kind);

    [Theory]
    [InlineData("floor_area_m2", "120", 120)]
    [InlineData("floor_area_m2", "１２０", 120)]
    [InlineData("floor_area_m2", "120㎡", 120)]
    [InlineData("floor_area_m2", "120 m2", 120)]
    [InlineData("floor_area_m2", "120平方米", 120)]
    [InlineData("floor_area_m2", "1,200.5", 1200.5)]
    [InlineData("floor_area_m2", "1，200", 1200)]
    [InlineData("floor_area_m2", "3.5万㎡", 35000)]
    [InlineData("floor_area_m2", "3.5万平方米", 35000)]
    [InlineData("floor_area_m2", "约120", 120)]
    [InlineData("declared_area_m2", "0.6亩", 400)]
    [InlineData("declared_area_m2", "1.2公顷", 12000)]
    [InlineData("households", "30户", 30)]
    [InlineData("people", "1.2万人", 12000)]
    [InlineData("height_limit_m", "≤24m", 24)]
    [InlineData("density_limit", "35%", 0.35)]
    public void Quantities_with_the_unit_that_they_name(string column, string written, double value) =>
        Assert.Equal(value, QuantityText.Read(written, Column(column)).Value, precision: 9);

    [Theory]
    [InlineData("floor_area_m2", "12,5", ReadingKind.Unreadable)]
    [InlineData("floor_area_m2", "120kg", ReadingKind.Unreadable)]
    [InlineData("floor_area_m2", "面积大", ReadingKind.Unreadable)]
    [InlineData("floor_area_m2", "100-200㎡", ReadingKind.Interval)]
    [InlineData("floor_area_m2", "100以上", ReadingKind.Interval)]
    [InlineData("floor_area_m2", "≤100", ReadingKind.Interval)]
    internal void What_is_no_quantity_is_not_guessed(string column, string written, ReadingKind kind) =>
        Assert.Equal(kind, QuantityText.Read(written, Column(column)).Kind);

    [Theory]
    [InlineData("四级", "D")]
    [InlineData("D级", "D")]
    [InlineData("Ｄ级", "D")]
    [InlineData("Ⅲ级", "C")]
    [InlineData("III级", "C")]
    [InlineData("一级", "A")]
    [InlineData("局部危房", "C")]
    public void Danger_grades_in_many_spellings(string written, string grade) =>
        Assert.Equal(grade, Vocabulary.WordFor("buildings", "danger_grade", WrittenText.Narrow(written)));

    [Theory]
    [InlineData("建筑面积(亩)", 10_000.0 / 15)]
    [InlineData("面积（公顷）", 10_000)]
    [InlineData("建筑面积_万㎡", 10_000)]
    [InlineData("AREA_HA", 10_000)]
    [InlineData("MJ_MU", 10_000.0 / 15)]
    [InlineData("建筑面积㎡", 1)]
    public void The_name_of_a_field_may_tell_its_unit(string field, double factor) =>
        Assert.Equal(factor, MeasureUnits.InName(field, Column("floor_area_m2"))!.Value.Factor);

    [Theory]
    [InlineData("JZMJ")]
    [InlineData("ALPHA")]
    [InlineData("HA")]
    public void A_name_that_only_ends_like_a_unit_tells_none(string field) => Assert.Null(MeasureUnits.InName(field, Column("floor_area_m2")));

    private static CityColumn Column(string name) => CityColumn.Find("buildings", name) ?? CityColumn.Find("parcels", name) ?? CityColumn.Find("detailed_plots", name)!;
}
