using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Need;

public class AreaCategoryTests
{
    private static readonly Lazy<(City City, ParcelFacts Facts, CategoryLabels Labels)> Sample = new(() =>
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(1_000)), new AssemblyOptions()).City;
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        return (city, facts, CategoryLabels.Of(city, facts, CategoryDefinitions.Default, 2026));
    });

    [Fact]
    public void A_label_counts_for_an_area_from_a_quarter_of_its_net_area()
    {
        var labels = Labels(Street());

        var area = labels.OfArea([0, 1, 2, 3], [100, 100, 100, 100]);
        var less = labels.OfArea([0, 1, 2, 3], [99, 100, 100, 102]);

        Assert.Equal(["old_residential", "old_industrial"], area.Labels.Select(category => category.Definition.Id));
        Assert.Equal([0.5, 0.25], area.Labels.Select(category => category.Share));
        Assert.Equal(0.25, area.UnlabelledShare);
        Assert.Equal(["old_residential"], less.Labels.Select(category => category.Definition.Id));
        Assert.Empty(labels.OfArea([3], [0, 0, 0, 400]).Labels);
        Assert.True(labels.OfArea([3], [0, 0, 0, 400]).IsUnclassified);
    }

    [Fact]
    public void The_share_from_which_a_label_counts_is_an_option()
    {
        var labels = Labels(Street(), CategoryDefinitions.Default with { LeastAreaShare = 0.3 });

        Assert.Equal("old_residential", Assert.Single(labels.OfArea([0, 1, 2, 3], [1, 1, 1, 1]).Labels).Definition.Id);
    }

    [Fact]
    public void Evidence_stands_in_words_and_numbers_in_both_languages()
    {
        var category = Labels(Street()).OfArea([0, 1, 2, 3], [100, 100, 100, 100]).All[0];

        var evidence = Assert.Single(category.Evidence);
        Assert.Equal(0.5, evidence.Share);
        Assert.Equal([0.875, 47.5], evidence.Findings.Select(finding => Math.Round(finding.Value, 9)));
        Assert.Equal("residential is 87.5 % of the floor area of known use (at least 60 %); mean age is 47.5 years (at least 25)", evidence.Words);
        Assert.Equal("住宅占已知用途建筑面积 87.5%（≥ 60%）；平均房龄 47.5 年（≥ 25 年）", evidence.Chinese);
    }

    [Fact]
    public void An_item_on_the_border_of_two_parcels_is_one_item()
    {
        var town = new LatticeCity("AB").With(new LatticeBuilding(0, 0, 10, 10));
        var city = town.ToCity();
        city = new City
        {
            Name = city.Name, Plane = city.Plane, DataVersion = "", Parcels = city.Parcels, Buildings = city.Buildings,
            ZoneLayers = city.ZoneLayers, ProtectedItems = Tree(20, 10),
        };
        var labels = CategoryLabels.Of(city, ParcelFacts.Of(city, new OverlayOptions()), CategoryDefinitions.Default, 2025);

        var historic = labels.OfArea([0, 1], [400, 400]).Labels.Single();

        Assert.Equal((1, 1), (historic.Share, historic.Evidence.Single().Findings.Single().Value));
        Assert.Equal("保护对象 1 处", historic.Evidence.Single().Chinese);
    }

    [Fact]
    public void Evidence_never_contradicts_the_sign_that_it_is_for() =>
        Gen.Int[0, 999].Array[1, 60].Sample(
            chosen =>
            {
                var (_, facts, labels) = Sample.Value;
                int[] parcels = [.. chosen.Distinct().Order()];
                var area = labels.OfArea(parcels, facts.AreaM2);
                Assert.All(
                    area.All.SelectMany(category => category.Evidence).SelectMany(evidence => evidence.Findings),
                    finding => Assert.True(finding.Holds, finding.Words));
                Assert.All(area.All, category => Assert.True(
                    category.Share <= category.Evidence.Sum(evidence => evidence.Share) + 1e-12
                    && category.Evidence.All(evidence => evidence.Share <= category.Share + 1e-12)));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void The_mean_profile_is_that_of_the_winners_by_net_area()
    {
        var labels = Labels(Street());

        var profile = labels.Needs.MeanProfile([0, 2], [100, 0, 300, 0]);

        Assert.Equal((0.25 * labels.Needs.ProfileOf(labels.Needs.Winners[0]).Age) + (0.75 * labels.Needs.ProfileOf(labels.Needs.Winners[2]).Age), profile.Age, 12);
    }

    [Fact]
    public void Everything_that_is_wrong_with_definitions_is_said_at_once()
    {
        var definitions = new CategoryDefinitions(
        [
            new("a", "A", "甲", NeedWeights.Default, []),
            new("a", "A", "甲", new NeedWeights(-1, 0, 0), [new(new UseShareSign([], 1.4), new LandUseSign("", ["10"]))]),
            new("b", "B", "乙", new NeedWeights(0, 0, 0), [new(new CoverageSign(0.6, 0.2), new MeanAgeSign(double.NaN))]),
        ]) { LeastAreaShare = 0 };

        var problems = CategoryDefinitionChecks.Problems(definitions);

        Assert.Equal(10, problems.Count);
        Assert.Empty(CategoryDefinitionChecks.Problems(CategoryDefinitions.Default));
        Assert.Throws<ArgumentException>(() => Labels(Street(), definitions));
    }

    [Fact]
    public void Every_default_is_an_assumption_with_words_for_what_it_asks()
    {
        Assert.Equal(6, CategoryDefinitions.Default.Categories.Count);
        Assert.All(CategoryDefinitions.Default.Categories, category =>
        {
            Assert.True(category.IsAssumed);
            Assert.Equal(1, category.Weights.Sum, 12);
            Assert.Contains(category.AnyOf[0].AllOf[0].RequirementChinese, category.RequirementChinese, StringComparison.Ordinal);
        });
        Assert.Equal(
            "industry, storage at least 50 % of the floor area of known use and mean age at least 20 years; or land use 10*, 1101* (用地用海分类) and mean age at least 20 years",
            CategoryDefinitions.Default.Categories[2].Requirement);
    }

    // Two old houses (the first with a clinic), a works, a new house.
    private static LatticeCity Street() => new LatticeCity("ABCD")
        .With(new LatticeBuilding(0, 0, 10, 12) { Use = "residential", Year = 1980, Storeys = 2 })
        .With(new LatticeBuilding(0, 12, 10, 4) { Use = "health", Year = 1980, Storeys = 2 })
        .With(new LatticeBuilding(20, 0, 10, 16) { Use = "residential", Year = 1975, Storeys = 2 })
        .With(new LatticeBuilding(40, 0, 10, 10) { Use = "industry", Year = 1985 })
        .With(new LatticeBuilding(60, 0, 10, 10) { Use = "residential", Year = 2015 });

    private static ProtectedItems Tree(double x, double y) => new()
    {
        Ids = TextColumn.From(["T"]),
        Kinds = CodeColumn.From(["old_tree"]),
        Names = TextColumn.Missing(1),
        BuildingIds = TextColumn.Missing(1),
        Shapes = new Geo.Shapes.PolygonColumnsBuilder().EndFeature().ToColumns(),
        PointsX = [(int)(x * 10_000)],
        PointsY = [(int)(y * 10_000)],
    };

    private static CategoryLabels Labels(LatticeCity drawn, CategoryDefinitions? definitions = null)
    {
        var city = drawn.ToCity();
        return CategoryLabels.Of(city, ParcelFacts.Of(city, new OverlayOptions()), definitions ?? CategoryDefinitions.Default, 2025);
    }
}
