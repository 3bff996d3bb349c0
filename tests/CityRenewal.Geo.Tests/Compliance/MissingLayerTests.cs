using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>A layer that was not delivered makes every rule that needs it unknown, never a pass.</summary>
public class MissingLayerTests
{
    public static TheoryData<string, RuleTest> NeedingALayer() => new()
    {
        { "udb", new InsideTest("strip") },
        { "barriers", new ContiguousTest("strip", "count") },
        { "water", new FrontageTest("strip", "strip", LimitSense.AtLeast, "") },
        { "planning_units", new CompleteTest("planning_units", "ratio") },
        { "barriers", new RemainderTest("blocks", "none", "count") },
        { "barriers", new DistanceTest("railway", "strip", LimitSense.AtLeast, "") },
        { "stations", new DistanceTest("stations", "strip", LimitSense.AtLeast, "") },
        { "protected_items", new DistanceTest("old_tree", "strip", LimitSense.AtLeast, "") },
        { "water", new DistanceTest("water", "strip", LimitSense.AtLeast, "") },
        { "historic_core", new SumTest(new Term(Quantity.Buildings, "", [new ExceptCondition([new InLayerCondition("historic_core", 1)])]), "count", LimitSense.AtMost, "") },
        { "district", new UndividedTest("district") },
        { "planning_units", new UndividedTest("planning_units") },
        { "historic_zones", new WholeTest() },
        { "ecological_red_line", new SumTest(new Term(Quantity.LandIn, "ecological_red_line", []), "none", LimitSense.AtMost, "strip") },
        { "water", new SumTest(new Term(Quantity.FootprintIn, "water", []), "none", LimitSense.AtMost, "") },
        { "historic_core", new SumTest(new Term(Quantity.Buildings, "", [new InLayerCondition("historic_core", 1)]), "count", LimitSense.AtMost, "") },
        { "protected_items", new SumTest(new Term(Quantity.ProtectedItems, "", []), "count", LimitSense.AtMost, "") },
        { "protected_items", new SumTest(new Term(Quantity.Parcels, "", [new ProtectedCondition([])]), "count", LimitSense.AtMost, "") },
        {
            "green_line",
            new ShareTest(new Term(Quantity.LandIn, "green_line", []), new Term(Quantity.Land, "", []), "ratio", LimitSense.AtMost, [])
        },
        {
            "blue_line",
            new ShareTest(
                new Term(Quantity.Land, "", []), new Term(Quantity.Land, "", []), "ratio", LimitSense.AtMost,
                [new ShareReading("other", new Term(Quantity.LandIn, "blue_line", []))])
        },
    };

    [Theory]
    [MemberData(nameof(NeedingALayer))]
    public void A_rule_whose_layer_is_missing_is_unknown_and_names_it(string layer, RuleTest test)
    {
        var found = Town().Rule(test).Judge(1, Quarter.Retain(0));

        Assert.Equal(Verdict.Unknown, found.Verdict);
        Assert.Equal("missing_layer", found.Judgement.WhyNot!.Code);
        Assert.Contains($"'{layer}'", found.Judgement.WhyNot.Text, StringComparison.Ordinal);
        Assert.NotNull(Town().Rule(test).Book().MissingFor(found.Rule));
    }

    [Fact]
    public void Without_buildings_every_rule_about_buildings_is_unknown()
    {
        var found = new RuleTown(1)
            .Parameter("ratio", 0.2)
            .Rule(new ShareTest(new Term(Quantity.FloorArea, "", []), new Term(Quantity.FloorArea, "", []), "ratio", LimitSense.AtMost, []))
            .Rule(new MeasureTest("gross_far", "ratio", "", LimitSense.AtMost, RuleUnit.Ratio), "far")
            .Findings(1, null);

        Assert.All(found, finding => Assert.Equal((Verdict.Unknown, "missing_layer"), (finding.Verdict, finding.Judgement.WhyNot!.Code)));
    }

    [Fact]
    public void A_rule_made_of_others_is_unknown_where_one_of_them_is_and_none_fails()
    {
        var found = Town().Rule(new WholeTest(), "whole")
            .Rule(new SumTest(new Term(Quantity.Parcels, "", []), "count", LimitSense.AtLeast, ""), "some")
            .Rule(new AllOfTest(["whole", "some"]), "both")
            .Judge(1, null);

        Assert.Equal((Verdict.Unknown, "missing_layer"), (found.Verdict, found.Judgement.WhyNot!.Code));
        Assert.Equal(["whole"], found.Judgement.Evidence.Others);
    }

    [Fact]
    public void Every_kind_of_control_line_is_a_file_of_its_own_so_one_without_zones_is_unknown()
    {
        var found = Town()
            .Zone(LayerNames.ControlLines, "blue_line", 1000, 1100)
            .Rule(new SumTest(new Term(Quantity.LandIn, "ecological_red_line", []), "none", LimitSense.AtMost, ""))
            .Judge(1, null);

        Assert.Equal((Verdict.Unknown, "missing_kind"), (found.Verdict, found.Judgement.WhyNot!.Code));
    }

    [Fact]
    public void A_development_boundary_without_an_elastic_subzone_says_that_there_is_none() =>
        Assert.Equal(Verdict.Pass, Town()
            .Zone(LayerNames.Udb, "concentrated", 0, 1100)
            .Rule(new SumTest(new Term(Quantity.LandIn, "udb_elastic", []), "none", LimitSense.AtMost, ""))
            .Judge(1, null).Verdict);

    private static RuleTown Town() => new RuleTown(1) { Houses = [new(0, 100)] }
        .Parameter("strip", 1, RuleUnit.Metre).Parameter("none", 0, RuleUnit.SquareMetre).Parameter("count", 0, RuleUnit.Count).Parameter("ratio", 0.2);
}
