using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public class MappingFileTests
{
    [Fact]
    public void All_mistakes_are_told_at_once_each_by_its_line()
    {
        var refused = Assert.Throws<StoreException>(() => MappingFile.Parse("city.yaml", """
            layers:
            - layer: parcel
              file: a.shp
            - layer: parcels
              file: b.shp
              encoding: GBX
              crs: 4999
              feilds: {}
              fields:
                landuse: DLBM
              values:
                lock: { 1: locked }
            - layer: buildings
              file: c.shp
              fields:
                danger_grade: DJ
                floor_area_m2: JZMJ
                year_built: =old
              values:
                danger_grade: { 四级: E }
              units:
                floor_area_m2: acre
                danger_grade: m2
            - file: d.shp
            """));

        string[] expected =
        [
            "line 2: 'parcel' is no layer of a city; is parcels meant?",
            "line 6: no text encoding is called 'GBX'",
            "line 7: '4999' is no supported reference system",
            "line 8: 'feilds' is no key here; is fields meant?",
            "line 10: parcels has no column 'landuse'; is land_use meant?",
            "line 12: lock is not among the `fields`",
            "line 18: 'old' is no number; year_built",
            "line 20: 'E' is no word of danger_grade; it knows A, B, C, D",
            "line 22: 'acre' is no unit here; known are m2",
            "line 23: danger_grade holds words and has no unit",
            "line 24: the entry has no `layer`",
        ];
        Assert.All(expected, line => Assert.Contains(line, refused.Message, StringComparison.Ordinal));
        Assert.Contains("city.yaml: 11 things are wrong", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- layer: parcels\n file: {a", "line 2: it is not YAML")]
    [InlineData("layers:\n- layer: parcels\n  file: a.shp\n  file: b.shp", "line 4: it is not YAML")]
    [InlineData("", "it is empty")]
    [InlineData("just a text", "line 1: here should be `key: value` lines")]
    [InlineData("layers: parcels", "line 1: here should be a list")]
    [InlineData("city: x", "line 1: there is no list of `layers`")]
    [InlineData("- 7", "line 1: here should be `key: value` lines")]
    [InlineData("layers:\n- layer: [a, b]\n  file: x.shp", "line 2: here should be a single word or number")]
    public void A_broken_file_says_where(string yaml, string words)
    {
        var refused = Assert.Throws<StoreException>(() => MappingFile.Parse("city.yaml", yaml));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Remedy);
    }

    [Fact]
    public void A_text_of_nothing_but_brackets_is_refused_and_does_not_end_the_program() =>
        Assert.Contains("nested more than 20 deep", Assert.Throws<StoreException>(() => MappingFile.Parse("city.yaml", new string('[', 200_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("there is no such mapping file", Assert.Throws<StoreException>(() => MappingFile.Open("/no/such.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.gpkg/parcels", "a.gpkg", "parcels", false, true)]
    [InlineData("a.gpkg/parcels", "a.gpkg", "buildings", false, false)]
    [InlineData("A.SHP", "a.shp", "a", true, true)]
    [InlineData("a.gpkg", "a.gpkg", "parcels", false, false)]
    [InlineData("sheet-*.gpkg/PARCELLE*", "sheet-12.gpkg", "parcelle_id", false, true)]
    [InlineData("sheet-*.gpkg/PARCELLE*", "sheets.gpkg", "parcelle_id", false, false)]
    public void A_pattern_means_a_file_and_a_layer(string pattern, string file, string layer, bool isOnly, bool means) =>
        Assert.Equal(means, new LayerMapping("parcels", pattern, 1).Means(file, layer, isOnly));

    [Fact]
    public void The_mappings_that_come_as_examples_are_without_mistake() =>
        Assert.All(Directory.GetFiles(Path.Combine(TestData.Folder, "mappings")), path => Assert.NotEmpty(MappingFile.Open(path).Layers));
}
