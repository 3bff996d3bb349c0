using CityRenewal.Geo.Need;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Categories are data of a pack: names, profiles of need, signs.</summary>
public class PackCategoryTests
{
    private const string Categories = """

        categories:
          - id: old_estate
            title: Old estate
            title_zh: 老旧小区
            weights: {age: 0.5, danger: 0.5, density: 0, structure: 0, facilities: 0, earlier_renewal: 0}
            source: notice
            any_of:
              - [{use: [residential], share_at_least: 0.6}, {mean_age_at_least: 25}]
              - [{land_use: ["0701"], system: 用地用海分类}]
              - [{layer: historic_core, share_at_least: 0.5}, {coverage_at_least: 0.1, coverage_at_most: 0.9}, {protected_items: true}]
        """;

    [Fact]
    public void Chongqing_lists_its_six_kinds_of_projects_as_the_engine_knows_them()
    {
        var pack = RulePackShelf.Read("chongqing-2025").OrThrow();

        Assert.Equal(
            ["老旧小区", "老旧街区", "老旧工业区", "老旧商业区", "历史文化区", "公共空间"], pack.Categories.Categories.Select(category => category.TitleChinese));
        Assert.All(pack.Categories.Categories, category => Assert.True(category.IsAssumed));
        foreach (var (own, known) in pack.Categories.Categories.Zip(CategoryDefinitions.Default.Categories))
        {
            Assert.Equal((known.Id, known.Title, known.Weights), (own.Id, own.Title, own.Weights));
            Assert.Equal((known.Requirement, known.RequirementChinese), (own.Requirement, own.RequirementChinese));
        }
    }

    [Fact]
    public void A_pack_without_categories_takes_those_of_the_engine() =>
        Assert.Same(CategoryDefinitions.Default, SmallPack.Read(SmallPack.Yaml).OrThrow().Categories);

    [Fact]
    public void Every_sign_is_read_as_it_is_written()
    {
        var category = Assert.Single(SmallPack.Read(SmallPack.Yaml + Categories).OrThrow().Categories.Categories);

        Assert.Equal(("old_estate", "Old estate", "老旧小区", "notice"), (category.Id, category.Title, category.TitleChinese, category.Source));
        Assert.False(category.IsAssumed);
        Assert.Equal((0.5, 0.5, 1.0), (category.Weights.Age, category.Weights.Danger, category.Weights.Sum));
        Assert.Equal(3, category.AnyOf.Count);
        Assert.Equal(new MeanAgeSign(25), category.AnyOf[0].AllOf[1]);
        Assert.Equal(["residential"], Assert.IsType<UseShareSign>(category.AnyOf[0].AllOf[0]).Uses);
        Assert.Equal(("用地用海分类", "0701"), (((LandUseSign)category.AnyOf[1].AllOf[0]).System, ((LandUseSign)category.AnyOf[1].AllOf[0]).Prefixes[0]));
        Assert.Equal(
            [new LayerShareSign("historic_core", 0.5), new CoverageSign(0.1, 0.9), new ProtectedItemSign()], category.AnyOf[2].AllOf);
        Assert.Empty(CategoryDefinitionChecks.Problems(new CategoryDefinitions([category])));
    }

    [Theory]
    [InlineData("id: old_estate", "id: Old Estate", 2, "bad_name", "old_residential")]
    [InlineData("title: Old estate", "titel: Old estate", 3, "unknown_field", "'title' meant")]
    [InlineData("age: 0.5", "age: -0.5", 5, "impossible_threshold", "0 or more")]
    [InlineData("age: 0.5, danger: 0.5", "age: 0, danger: 0", 5, "impossible_threshold", "above 0 in all")]
    [InlineData("age: 0.5, ", "", 5, "missing_field", "'age'")]
    [InlineData("source: notice", "source: notiz", 6, "unknown_source", "notice")]
    [InlineData("share_at_least: 0.6", "share_at_least: 60", 8, "impossible_threshold", "from 0 to 1")]
    [InlineData("share_at_least: 0.6", "share_at_last: 0.6", 8, "unknown_field", "'share_at_least' meant")]
    [InlineData("mean_age_at_least: 25", "mean_age: 25", 8, "missing_field", "exactly one")]
    [InlineData("mean_age_at_least: 25", "mean_age_at_least: old", 8, "wrong_type", "a number")]
    [InlineData(", system: 用地用海分类", "", 9, "missing_field", "'system'")]
    [InlineData("layer: historic_core", "layer: historic_cor", 10, "unknown_word", "'historic_core' meant")]
    [InlineData("coverage_at_most: 0.9", "coverage_at_most: 0.05", 10, "impossible_threshold", "at least coverage_at_least")]
    [InlineData("protected_items: true", "protected_items: false", 10, "wrong_type", "true")]
    [InlineData("[{land_use: [\"0701\"], system: 用地用海分类}]", "[]", 9, "wrong_type", "at least one entry")]
    public void A_mistake_in_a_category_is_told_at_its_line(string old, string written, int line, string code, string said)
    {
        Assert.Contains(old, Categories, StringComparison.Ordinal);
        var first = SmallPack.Yaml.Split('\n').Length;

        var reading = SmallPack.Read(SmallPack.Yaml + Categories.Replace(old, written, StringComparison.Ordinal));

        var problem = Assert.Single(reading.Problems, problem => problem.Code == code);
        Assert.InRange(problem.Line - first, line - 1, line);
        Assert.Contains(said, $"{problem.What} {problem.Remedy}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_of_the_same_id_replaces_the_older_one_in_its_place()
    {
        var own = "pack: own\nversion: 1\ntitle: a\ntitle_zh: b\nlicence: c\nextends: [chongqing-2025]\nsources: []\nrules: []\n"
            + Categories.Replace("old_estate", "old_commercial", StringComparison.Ordinal).Replace("source: notice", "source: notice-63", StringComparison.Ordinal);

        var categories = RulePackShelf.Parse("own.yaml", own).OrThrow().Categories.Categories;

        Assert.Equal(6, categories.Count);
        Assert.Equal(("old_commercial", "Old estate"), (categories[3].Id, categories[3].Title));
    }
}
