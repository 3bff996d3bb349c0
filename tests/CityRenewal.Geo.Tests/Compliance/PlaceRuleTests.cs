using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>Rules about where an area lies and how its land hangs together, on a row of parcels with streets between.</summary>
public class PlaceRuleTests
{
    // Two parcels with open land between: 10 m, 20 m, 30 m; nothing, or a river in the middle of it.
    [Theory]
    [InlineData(0, 0, false, 1)]
    [InlineData(10, 12, false, 1)]
    [InlineData(12, 12, false, 1)]
    [InlineData(13, 12, false, 2)]
    [InlineData(20, 20, false, 1)]
    [InlineData(10, 20, true, 2)]
    public void An_area_hangs_together_across_a_gap_and_not_across_a_river(double between, double gap, bool hasRiver, int expected)
    {
        var found = Row(0, 100 + between).Barrier("river", hasRiver ? 100 + (between / 2) : -5000)
            .Parameter("gap", gap, RuleUnit.Metre).Parameter("one", 1, RuleUnit.Count)
            .Rule(new ContiguousTest("gap", "one"))
            .Judge(2, null).Judgement;

        Assert.Equal(expected, found.Measured.Value);
        Assert.Equal(expected == 1 ? Verdict.Pass : Verdict.Fail, found.Verdict);
        Assert.Equal(expected == 1 ? [] : [1], found.Evidence.Parcels);
    }

    [Fact]
    public void Across_streets_wider_than_anybody_looked_nothing_is_known()
    {
        var found = Row(0, 140).Barrier("river", -5000).Parameter("gap", 50, RuleUnit.Metre).Parameter("one", 1, RuleUnit.Count)
            .Rule(new ContiguousTest("gap", "one")).Judge(2, null);

        Assert.Equal((Verdict.Unknown, "gap_beyond_streets"), (found.Verdict, found.Judgement.WhyNot!.Code));
    }

    // p0 and p1 make one block, p2 beyond a street of 12 m another.
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    public void The_least_share_of_a_block_decides(int members, double expected)
    {
        var found = Row(0, 100, 212).Barrier("river", -5000).Parameter("least", 0.75)
            .Rule(new CompleteTest("blocks", "least")).Judge(members, null).Judgement;

        Assert.Equal(expected, found.Measured.Value!.Value, 1e-9);
        Assert.Equal(expected < 0.75 ? Verdict.Fail : Verdict.Pass, found.Verdict);
        Assert.Equal(expected < 0.75 ? [1] : [], found.Evidence.Parcels);
        Assert.Equal(found.Evidence.Denominator!.Value, found.Evidence.Parts.Sum(part => part.Below), 1e-6);
        Assert.Equal(found.Evidence.Numerator!.Value, found.Evidence.Parts.Sum(part => part.Above), 1e-6);
    }

    // A unit over p0 and p1: half of it is in. Without p1, which a red line keeps out, it is whole.
    [Theory]
    [InlineData(false, Verdict.Fail)]
    [InlineData(true, Verdict.Pass)]
    public void A_unit_is_kept_whole_but_for_land_that_no_area_may_hold(bool isKeptOut, Verdict expected)
    {
        var town = new RuleTown(2) { Houses = [new(0, 100)] }
            .Zone(LayerNames.PlanningUnits, "", 0, 200)
            .Zone(LayerNames.ControlLines, "ecological_red_line", isKeptOut ? 110 : 500, isKeptOut ? 190 : 600)
            .Parameter("whole", 1).Parameter("none", 0, RuleUnit.SquareMetre)
            .Rule(new SumTest(new Term(Quantity.LandIn, "ecological_red_line", []), "none", LimitSense.AtMost, ""), "line")
            .Rule(new CompleteTest("planning_units", "whole"));

        Assert.Equal(expected, town.Judge(1, null).Verdict);
    }

    // A block of three hectares; what is left over must reach 1.5.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void What_is_left_of_a_block_must_be_of_use_alone(int members, int expected)
    {
        var found = Row(0, 100, 200).Barrier("river", -5000)
            .Parameter("size", 15_000, RuleUnit.SquareMetre).Parameter("none", 0, RuleUnit.Count)
            .Rule(new RemainderTest("blocks", "size", "none")).Judge(members, null).Judgement;

        Assert.Equal(expected, found.Measured.Value);
        Assert.Equal(expected == 0 ? [] : [2], found.Evidence.Parcels);
    }

    // A street of 12 m lies between p0 and p1, each of which fronts it by 100 m.
    [Theory]
    [InlineData(8, 100, 0, Verdict.Pass)]
    [InlineData(8, 101, 0, Verdict.Fail)]
    [InlineData(13, 1, 0, Verdict.Fail)]
    [InlineData(12.5, 50, 1, Verdict.Marginal)]
    public void Only_streets_wide_enough_count_as_frontage(double street, double least, double tolerance, Verdict expected)
    {
        var found = Row(0, 112).Barrier("river", -5000)
            .Parameter("street", street, RuleUnit.Metre).Parameter("least", least, RuleUnit.Metre).Parameter("off", tolerance, RuleUnit.Metre)
            .Rule(new FrontageTest("street", "least", LimitSense.AtLeast, "off")).Judge(1, null).Judgement;

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(found.Evidence.Numerator!.Value, found.Evidence.Parts.Sum(part => part.Above), 1e-6);
    }

    // p0 ends at 100 m; a railway runs at 300 m, the water begins at 150 m.
    [Theory]
    [InlineData("railway", 200, 0, Verdict.Pass, 200)]
    [InlineData("railway", 199, 0, Verdict.Fail, 200)]
    [InlineData("railway", 198, 5, Verdict.Marginal, 200)]
    [InlineData("stations", 400, 0, Verdict.Pass, 400)]
    [InlineData("stations", 399, 0, Verdict.Fail, 400)]
    [InlineData("barriers", 200, 0, Verdict.Pass, 200)]
    [InlineData("water", 50, 0, Verdict.Pass, 50)]
    [InlineData("old_tree", 20, 0, Verdict.Pass, 20)]
    [InlineData("historic_core", 0, 0, Verdict.Pass, 0)]
    [InlineData("historic_control", 0, 0, Verdict.Pass, 0)]
    public void A_distance_is_measured_from_the_outline_to_the_nearest_feature(string to, double most, double off, Verdict expected, double metres)
    {
        var found = new RuleTown(1) { Houses = [new(0, 100)] }
            .Barrier("railway", 300).Barrier("river", 5000).Zone(LayerNames.Water, "", 150, 160).Item("old_tree", 120, 50).Station(500, 50).Station(2000, 50)
            .Zone(LayerNames.HistoricZones, "core", -500, 500).Zone(LayerNames.HistoricZones, "control", 40, 60)
            .Parameter("most", most, RuleUnit.Metre).Parameter("off", off, RuleUnit.Metre)
            .Rule(new DistanceTest(to, "most", LimitSense.AtMost, "off")).Judge(1, null).Judgement;

        Assert.Equal(metres, found.Measured.Value!.Value, 1e-6);
        Assert.Equal(expected, found.Verdict);
        Assert.Single(found.Evidence.Others);
    }

    [Fact]
    public void A_kind_that_no_feature_has_leaves_the_distance_unknown() => Assert.Equal(
        "no_feature",
        new RuleTown(1) { Houses = [new(0, 100)] }.Barrier("river", 5000).Parameter("most", 10, RuleUnit.Metre)
            .Rule(new DistanceTest("railway", "most", LimitSense.AtLeast, "")).Judge(1, null).Judgement.WhyNot!.Code);

    [Theory]
    [InlineData(1, 141.4213562)]
    [InlineData(3, 316.2277660)]
    public void An_area_spreads_as_far_as_its_farthest_corners(int members, double expected)
    {
        var found = new RuleTown(3) { Houses = [new(0, 100)] }.Parameter("most", 200, RuleUnit.Metre)
            .Rule(new SpreadTest("most", LimitSense.AtMost)).Judge(members, null).Judgement;

        Assert.Equal(expected, found.Measured.Value!.Value, 1e-6);
        Assert.Equal(expected > 200 ? Verdict.Fail : Verdict.Pass, found.Verdict);
    }

    private static RuleTown Row(params double[] starts) =>
        new RuleTown(starts.Length) { Houses = [new(0, 100)], Starts = starts, HasSurroundings = true }.Zone(LayerNames.Water, "", 8000, 8010);
}
