using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Need;

public class CategoryLabelTests
{
    [Theory]
    [InlineData("residential", 1985, "old_residential")]
    [InlineData("residential", 2010, "")]
    [InlineData("industry", 1985, "old_industrial")]
    [InlineData("storage", 2000, "old_industrial")]
    [InlineData("commerce", 1985, "old_commercial")]
    [InlineData("education", 1950, "")]
    public void A_parcel_is_labelled_by_the_use_and_age_of_its_buildings(string use, int year, string label) =>
        Assert.Equal(label, Words(new LatticeCity("A").With(new LatticeBuilding(0, 0, 10, 10) { Use = use, Year = year })).Yes);

    [Fact]
    public void Homes_over_old_shops_are_an_estate_and_a_street_block() => Assert.Equal(
        "old_residential old_street_block",
        Words(new LatticeCity("A")
            .With(new LatticeBuilding(0, 0, 10, 16) { Use = "residential", Year = 1970 })
            .With(new LatticeBuilding(10, 0, 10, 4) { Use = "commerce", Year = 1970 })).Yes);

    [Theory]
    [InlineData("09", "用地用海分类", "old_commercial")]
    [InlineData("0901", "用地用海分类", "old_commercial")]
    [InlineData("1001", "用地用海分类", "old_industrial")]
    [InlineData("1001", "三调", "")]
    [InlineData("1001", "", "")]
    public void A_land_use_code_counts_only_with_the_list_that_it_is_of(string code, string system, string label) => Assert.Equal(
        label,
        Words(new LatticeCity("A").With(new LatticeBuilding(0, 0, 10, 10) { Year = 1980 }).WithLandUse(0, code, system)).Yes);

    [Fact]
    public void Unknown_use_is_not_no()
    {
        var words = Words(new LatticeCity("A").With(new LatticeBuilding(0, 0, 10, 10) { Year = 1980 }));

        Assert.Equal(("", "old_residential old_street_block old_industrial old_commercial historic"), words);
    }

    [Fact]
    public void Half_of_the_floor_area_must_be_known_for_an_answer()
    {
        LatticeCity Town(int unknownStoreys) => new LatticeCity("A").WithLandUse(0, "0804")
            .With(new LatticeBuilding(0, 0, 10, 10) { Year = 1980, Use = "commerce", Storeys = 2 })
            .With(new LatticeBuilding(10, 10, 10, 10) { Year = 1980, Storeys = unknownStoreys });

        Assert.Contains("old_commercial", Words(Town(2)).Yes);
        Assert.Contains("old_commercial", Words(Town(3)).Unknown);
    }

    [Fact]
    public void A_new_house_is_no_old_one_whatever_its_use() =>
        Assert.DoesNotContain("old_", Words(new LatticeCity("A").With(new LatticeBuilding(0, 0, 10, 10) { Year = 2020 })).Unknown);

    [Fact]
    public void A_vacant_parcel_of_known_land_use_is_nothing_old() => Assert.Equal(
        ("", "historic"),
        Words(new LatticeCity("AB").With(new LatticeBuilding(20, 0, 10, 10)).WithLandUse(0, "070102")));

    [Theory]
    [InlineData(10, "historic")]
    [InlineData(9, "")]
    public void Half_of_a_parcel_in_a_core_zone_makes_it_historic(double width, string label) =>
        Assert.Equal(label, Words(new LatticeCity("A").With(LayerNames.HistoricZones, "core", 0, 0, width, 20)).Yes);

    [Fact]
    public void A_park_is_a_public_space_until_it_is_built_over()
    {
        Assert.Equal("public_space", Words(new LatticeCity("A").WithLandUse(0, "1401").With(new LatticeBuilding(0, 0, 4, 4))).Yes);
        Assert.Equal("", Words(new LatticeCity("A").WithLandUse(0, "1401").With(new LatticeBuilding(0, 0, 10, 10))).Yes);
        Assert.Contains("public_space", Words(new LatticeCity("A").WithLandUse(0, "1401")).Unknown);
    }

    [Fact]
    public void The_need_is_the_highest_among_the_profiles_of_the_labels()
    {
        var labels = Labels(new LatticeCity("AB")
            .With(new LatticeBuilding(0, 0, 20, 16) { Use = "residential", Year = 1970, Structure = "brick-wood" })
            .With(new LatticeBuilding(0, 16, 20, 4) { Use = "commerce", Year = 1970, Structure = "brick-wood" })
            .With(new LatticeBuilding(20, 0, 10, 20) { Use = "education", Year = 1990 }));

        // Danger, facilities and earlier renewal are known nowhere: the estate has weights 0.3, 0.1, 0.1 left, the block 0.25, 0.2, 0.15.
        var estate = ((0.3 * 1) + (0.1 * 1) + (0.1 * 0.8)) / 0.5;
        var block = ((0.25 * 1) + (0.2 * 1) + (0.15 * 0.8)) / 0.6;
        Assert.Equal(estate, labels.Needs.Of(0, 0), 9);
        Assert.Equal(block, labels.Needs.Of(0, 1), 9);
        Assert.Equal(Math.Max(estate, block), labels.Needs.Highest.Scores[0], 9);
        Assert.Equal(estate > block ? 0 : 1, labels.Needs.Winners[0]);
        Assert.Equal(CategoryNeeds.General, labels.Needs.Winners[1]);
        Assert.Equal(((0.4 * 0.5) + (0.2 * 0.5)) / 0.6, labels.Needs.Highest.Scores[1], 9);
    }

    [Fact]
    public void A_label_whose_need_is_unknown_does_not_hide_behind_the_general_profile()
    {
        var labels = Labels(new LatticeCity("AB").WithLandUse(0, "1401")
            .With(new LatticeBuilding(20, 0, 10, 10) { Year = 1990 })
            .With(LayerNames.HealthChecks, new HealthZones().With("community", 20, 40, 0.7).ToZones()));

        Assert.Equal(CategoryAnswer.Yes, labels[0, 5]);
        Assert.Equal(5, labels.Needs.Winners[0]);
        Assert.True(double.IsNaN(labels.Needs.Highest.Scores[0]));
    }

    [Fact]
    public void Threads_change_no_label_and_no_need()
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(9_000)), new AssemblyOptions()).City;
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        var one = CategoryLabels.Of(city, facts, CategoryDefinitions.Default, 2026, threads: 1);
        var many = CategoryLabels.Of(city, facts, CategoryDefinitions.Default, 2026, threads: 3);

        Assert.Equal(one.Masks.ToArray(), many.Masks.ToArray());
        Assert.Equal(one.UnknownMasks.ToArray(), many.UnknownMasks.ToArray());
        Assert.Equal(one.Needs.Highest.Scores.ToArray(), many.Needs.Highest.Scores.ToArray());
        Assert.Equal(one.Needs.Winners.ToArray(), many.Needs.Winners.ToArray());
    }

    [Fact]
    public void What_becomes_known_turns_unknown_into_an_answer_and_never_an_answer_into_its_opposite() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1950, 2020], Gen.Bool).Sample(
            (use, other, year, hides) =>
            {
                string[] uses = ["residential", "commerce", "industry", "education"];
                LatticeCity Town(bool isHidden) => new LatticeCity("A").WithLandUse(0, "0804")
                    .With(new LatticeBuilding(0, 0, 10, 10) { Use = isHidden ? "" : uses[use], Year = year })
                    .With(new LatticeBuilding(10, 10, 10, 10) { Use = isHidden && hides ? "" : uses[other], Year = isHidden && !hides ? Unknown.Integer : year });
                var (before, after) = (Labels(Town(true)), Labels(Town(false)));
                if (hides)
                {
                    // All that was said while nothing of the use was known stands when it is.
                    Assert.All(Enumerable.Range(0, 6), category => Assert.True(
                        before[0, category] == CategoryAnswer.Unknown || before[0, category] == after[0, category]));
                }

                Assert.DoesNotContain(Enumerable.Range(0, 4), category => after[0, category] == CategoryAnswer.Unknown);
            },
            iter: 60,
            threads: 1);

    private static (string Yes, string Unknown) Words(LatticeCity drawn)
    {
        var labels = Labels(drawn);
        string Those(CategoryAnswer answer) => string.Join(
            ' ', Enumerable.Range(0, 6).Where(category => labels[0, category] == answer).Select(category => labels.Definitions.Categories[category].Id));
        return (Those(CategoryAnswer.Yes), Those(CategoryAnswer.Unknown));
    }

    private static CategoryLabels Labels(LatticeCity drawn)
    {
        var city = drawn.ToCity();
        return CategoryLabels.Of(city, ParcelFacts.Of(city, new OverlayOptions()), CategoryDefinitions.Default, 2025);
    }
}
