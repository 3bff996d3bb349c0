using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>Conditions are yes, no or unknown; unknown is never "no".</summary>
public class ConditionTests
{
    // Two buildings; the second is what the condition is about. At most one may meet it: 1 pass, 2 fail, "one or two" unknown.
    [Theory]
    [InlineData(1976, Verdict.Fail)]
    [InlineData(2020, Verdict.Pass)]
    [InlineData(Unknown.Integer, Verdict.Unknown)]
    public void An_age_that_is_unknown_leaves_a_count_unknown(int year, Verdict expected) =>
        Assert.Equal(expected, AtMostOne(new AgeCondition(30, null), new(0, 10) { YearBuilt = 1950 }, new(0, 10) { YearBuilt = year }));

    [Theory]
    [InlineData(1996, Verdict.Fail)]
    [InlineData(1997, Verdict.Pass)]
    public void The_age_of_a_building_counts_from_the_year_of_the_city(int year, Verdict expected) =>
        Assert.Equal(expected, AtMostOne(new AgeCondition(30, 60), new(0, 10) { YearBuilt = 1970 }, new(0, 10) { YearBuilt = year }));

    [Fact]
    public void Without_a_year_to_count_from_no_age_is_known()
    {
        var town = new RuleTown(1) { Year = null, Houses = [new(0, 10) { YearBuilt = 1950 }, new(0, 10) { YearBuilt = 1950 }] };

        Assert.Equal(Verdict.Unknown, Count(town, new AgeCondition(30, null)).Judge(1, null).Verdict);
    }

    [Theory]
    [InlineData(DangerGrade.D, Verdict.Fail)]
    [InlineData(DangerGrade.B, Verdict.Pass)]
    [InlineData(DangerGrade.Unknown, Verdict.Unknown)]
    public void A_danger_grade_that_is_unknown_leaves_a_count_unknown(DangerGrade grade, Verdict expected) =>
        Assert.Equal(expected, AtMostOne(new DangerCondition([DangerGrade.C, DangerGrade.D]), new(0, 10) { Danger = DangerGrade.C }, new(0, 10) { Danger = grade }));

    [Theory]
    [InlineData("住宅", Verdict.Fail)]
    [InlineData("商业", Verdict.Pass)]
    [InlineData(null, Verdict.Unknown)]
    public void A_use_that_is_unknown_leaves_a_count_unknown(string? use, Verdict expected) =>
        Assert.Equal(expected, AtMostOne(new WordCondition(WordAttribute.Use, ["住宅"]), new(0, 10) { Use = "住宅" }, new(0, 10) { Use = use }));

    // p0 is of a use that counts in any case.
    [Theory]
    [InlineData("0701", Verdict.Fail)]
    [InlineData("08", Verdict.Pass)]
    [InlineData(null, Verdict.Unknown)]
    public void A_land_use_counts_with_everything_below_it(string? use, Verdict expected)
    {
        var town = new RuleTown(2) { LandUse = ["07", use] };

        Assert.Equal(expected, Parcels(town, new WordCondition(WordAttribute.LandUse, ["07"])).Judge(2, null).Verdict);
    }

    [Theory]
    [InlineData("用地用海分类", Verdict.Fail)]
    [InlineData("三调", Verdict.Unknown)]
    [InlineData(null, Verdict.Unknown)]
    public void A_land_use_counts_only_by_the_list_that_its_codes_are_of(string? system, Verdict expected)
    {
        var town = new RuleTown(2) { LandUse = ["07", "0701"], LandUseSystem = system };

        Assert.Equal(expected, Parcels(town, new WordCondition(WordAttribute.LandUse, ["07"]) { System = "用地用海分类" }).Judge(2, null).Verdict);
    }

    [Theory]
    [InlineData("0701", Verdict.Pass)]
    [InlineData("0101", Verdict.Fail)]
    [InlineData(null, Verdict.Unknown)]
    public void Land_of_which_nothing_tells_whether_it_is_built_up_leaves_a_rule_unknown(string? use, Verdict expected)
    {
        var town = new RuleTown(1) { LandUse = [use] }
            .Parameter("limit", 0, RuleUnit.SquareMetre)
            .Rule(new SumTest(new Term(Quantity.Land, "", [new BuiltUpCondition(false)]), "limit", LimitSense.AtMost, ""));

        Assert.Equal(expected, town.Judge(1, null).Verdict);
    }

    // A tree on p0, the house on p0 goes or stays.
    [Fact]
    public void A_tree_matters_on_a_parcel_where_a_building_goes()
    {
        var town = Trees();

        Assert.Equal(Verdict.Fail, town.Judge(1, Quarter.Elective(0)).Verdict);
        Assert.Equal(Verdict.Pass, town.Judge(1, Quarter.Retain(0)).Verdict);
        Assert.Equal(Verdict.Unknown, town.Judge(1, null).Verdict);
    }

    // A relic at the first house, a tree at the second.
    [Theory]
    [InlineData(0, Verdict.Fail)]
    [InlineData(1, Verdict.Pass)]
    public void Only_items_of_the_kinds_named_protect_a_building(int goes, Verdict expected)
    {
        var town = new RuleTown(1) { Houses = [new(0, 10), new(0, 10)] }
            .Item("immovable_relic", 5, 5).Item("old_tree", 20, 5)
            .Parameter("none", 0, RuleUnit.Count)
            .Rule(new SumTest(
                new Term(Quantity.Buildings, "", [new DemolitionCondition(DemolitionPart.Any), new ProtectedCondition(["immovable_relic"])]),
                "none", LimitSense.AtMost, ""));

        Assert.Equal(expected, town.Judge(1, [.. Enumerable.Range(0, 2).Select(i => i == goes ? Quarter.Elective(i) : Quarter.Retain(i))]).Verdict);
    }

    // The zone covers 60 m² of the house.
    [Theory]
    [InlineData(59, Verdict.Fail)]
    [InlineData(61, Verdict.Pass)]
    public void A_building_lies_in_a_layer_by_more_than_the_overlap_that_is_let_pass(double above, Verdict expected)
    {
        var town = new RuleTown(1) { Houses = [new(0, 10)] }
            .Zone(LayerNames.HistoricZones, "core", 4, 50)
            .Parameter("none", 0, RuleUnit.Count)
            .Rule(new SumTest(new Term(Quantity.Buildings, "", [new InLayerCondition("historic_core", above)]), "none", LimitSense.AtMost, ""));

        Assert.Equal(expected, town.Judge(1, null).Verdict);
    }

    // p0 is old and unsafe, p1 is new and sound: it must not buy demolition on p0.
    [Fact]
    public void A_sound_tower_without_need_buys_no_demolition()
    {
        var town = new RuleTown(2)
        {
            Houses =
            [
                new(0, 100) { YearBuilt = 1950, Danger = DangerGrade.D }, new(0, 100) { YearBuilt = 1950, Danger = DangerGrade.D },
                new(1, 800) { YearBuilt = 2020, Danger = DangerGrade.A },
            ],
        }
            .Parameter("limit", 0.2)
            .Rule(new ShareTest(
                new Term(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Elective)]), new Term(Quantity.FloorArea, "", []),
                "limit", LimitSense.AtMost, [new ShareReading("without-padding", new Term(Quantity.FloorArea, "", [new NeedCondition(0.3)]))]));

        var found = town.Judge(2, Quarter.Elective(0), Quarter.Retain(1), Quarter.Retain(2)).Judgement;

        Assert.Equal((Verdict.Pass, 0.1), (found.Verdict, found.Measured.Value!.Value));
        Assert.Equal((Verdict.Fail, 0.5), (found.Readings[0].Verdict, found.Readings[0].Measured.Value!.Value));
    }

    [Theory]
    [InlineData(DemolitionPart.Elective, 1)]
    [InlineData(DemolitionPart.Exempt, 0.25)]
    [InlineData(DemolitionPart.Any, 1.25)]
    [InlineData(DemolitionPart.NotExempt, 1.75)]
    public void A_building_counts_in_part_where_a_part_of_it_goes(DemolitionPart part, double expected)
    {
        // The first house loses its illegal quarter, the second goes whole.
        var town = new RuleTown(1) { Houses = [new(0, 400) { Illegal = 100, IllegalDecision = "D-1" }, new(0, 400)] };

        var found = Count(town, new DemolitionCondition(part)).Judge(1, Quarter.IllegalPart(0), Quarter.Elective(1));

        Assert.Equal(expected, found.Judgement.Measured.Value!.Value, 1e-9);
    }

    private static Verdict AtMostOne(Condition condition, params House[] houses) =>
        Count(new RuleTown(1) { Houses = houses }, condition).Judge(1, null).Verdict!.Value;

    private static RuleTown Count(RuleTown town, Condition condition) => town
        .Parameter("limit", 1, RuleUnit.Count)
        .Rule(new SumTest(new Term(Quantity.Buildings, "", [condition]), "limit", LimitSense.AtMost, ""));

    private static RuleTown Parcels(RuleTown town, Condition condition) => town
        .Parameter("limit", 1, RuleUnit.Count)
        .Rule(new SumTest(new Term(Quantity.Parcels, "", [condition]), "limit", LimitSense.AtMost, ""));

    private static RuleTown Trees() => new RuleTown(1) { Houses = [new(0, 10)] }
        .Item("old_tree", 50, 50)
        .Parameter("none", 0, RuleUnit.Count)
        .Rule(new SumTest(
            new Term(Quantity.ProtectedItems, "", [new ProtectedCondition(["old_tree"]), new ChangeCondition(true)]), "none", LimitSense.AtMost, ""));
}
