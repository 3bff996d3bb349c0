using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Tests.Metrics;
using CsCheck;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>Rules that are made of others: any of them, k of n, a limit that depends on another rule.</summary>
public class JoinedRuleTests
{
    // Members are kept, broken or not stated; the oracle tries all that the open ones could be.
    [Fact]
    public void So_many_of_several_is_said_only_where_every_completion_of_what_is_open_agrees() =>
        Gen.Select(Gen.Int[0, 2].Array[1, 6], Gen.Int[1, 6]).Sample((members, least) =>
        {
            var open = Enumerable.Range(0, members.Length).Where(i => members[i] == 2).ToList();
            var said = Enumerable.Range(0, 1 << open.Count)
                .Select(kept => members.Count(member => member == 1) + int.PopCount(kept) >= least).Distinct().ToList();
            var expected = said.Count == 2 ? Verdict.Unknown : said[0] ? Verdict.Pass : Verdict.Fail;

            var found = Some(members, least);

            Assert.Equal(expected, found.Verdict);
            Assert.Equal(members.Count(member => member == 1), (int)found.Judgement.Measured.Value!.Value);
        });

    [Fact]
    public void A_member_that_takes_consent_makes_the_whole_need_it_where_it_is_needed()
    {
        var town = new RuleTown(1) { Houses = [new(0, 100)], Declared = Stated(("a", 0), ("b", 1)) }
            .Parameter("one", 1, RuleUnit.Count).Parameter("two", 2, RuleUnit.Count)
            .Rule(Flag("a"), "a", consent: new("the office", "主管部门"))
            .Rule(Flag("b"), "b")
            .Rule(new SomeOfTest(["a", "b"], "one"), "any")
            .Rule(new SomeOfTest(["a", "b"], "two"), "both");

        var found = town.Findings(1, null);

        Assert.Equal([Verdict.NeedsApproval, Verdict.Pass, Verdict.Pass, Verdict.NeedsApproval], found.Select(finding => finding.Verdict!.Value));
    }

    [Theory]
    [InlineData(1.0, 0.85, Verdict.Fail)]
    [InlineData(1.0, 0.9, Verdict.Pass)]
    [InlineData(0.0, 0.85, Verdict.Pass)]
    [InlineData(0.0, 0.75, Verdict.Fail)]
    [InlineData(null, 0.85, Verdict.Unknown)]
    [InlineData(null, 0.95, Verdict.Pass)]
    [InlineData(null, 0.75, Verdict.Fail)]
    public void A_limit_depends_on_another_rule_and_where_that_is_open_only_what_both_say_is_said(double? young, double consent, Verdict expected)
    {
        var found = new RuleTown(1)
        {
            Houses = [new(0, 100)],
            Declared = young is { } known ? Stated(("young", known), ("consent", consent)) : Stated(("consent", consent)),
        }
            .Parameter("one", 1, RuleUnit.Count).Parameter("high", 0.9).Parameter("low", 0.8)
            .Part(Flag("young"), "young")
            .Part(new DeclaredTest("consent", null, "high", LimitSense.AtLeast, RuleUnit.Ratio), "high")
            .Part(new DeclaredTest("consent", null, "low", LimitSense.AtLeast, RuleUnit.Ratio), "low")
            .Rule(new CaseTest("young", "high", "low"))
            .Findings(1, null);

        Assert.Equal(expected, Assert.Single(found).Verdict);
        Assert.Equal("young", found[0].Judgement.Members[0].Rule.Id);
    }

    [Theory]
    [InlineData(3000, false, Verdict.Pass)]
    [InlineData(3000, true, Verdict.Fail)]
    [InlineData(3001, true, Verdict.Pass)]
    public void More_than_a_limit_is_not_the_limit_itself(double stated, bool isStrict, Verdict expected) => Assert.Equal(
        expected,
        new RuleTown(1) { Houses = [new(0, 100)], Declared = Stated(("land", stated)) }
            .Parameter("limit", 3000, RuleUnit.SquareMetre)
            .Rule(new DeclaredTest("land", null, "limit", LimitSense.AtLeast, RuleUnit.SquareMetre) { IsStrict = isStrict })
            .Judge(1, null).Verdict);

    // Absolute and relative together: more than 3,000 m² and 15 % of 20,000.
    [Theory]
    [InlineData(3500, Verdict.Pass)]
    [InlineData(2999, Verdict.Fail)]
    [InlineData(3000, Verdict.Fail)]
    public void An_absolute_limit_and_a_share_hold_together(double stated, Verdict expected) => Assert.Equal(
        expected,
        new RuleTown(2) { Houses = [new(0, 100)], Declared = Stated(("land", stated)) }
            .Parameter("metres", 3000, RuleUnit.SquareMetre).Parameter("share", 0.15)
            .Part(new DeclaredTest("land", null, "metres", LimitSense.AtLeast, RuleUnit.SquareMetre) { IsStrict = true }, "absolute")
            .Part(new DeclaredTest("land", new Term(Quantity.Land, "", []), "share", LimitSense.AtLeast, RuleUnit.Ratio), "relative")
            .Rule(new AllOfTest(["absolute", "relative"]))
            .Judge(2, null).Verdict);

    // The house of p0 stands in a core zone and in a control zone that asks for consent; both reach over it.
    [Fact]
    public void Where_protections_overlap_the_stricter_one_wins_whatever_the_order_of_zones_and_rules()
    {
        foreach (var isCoreFirst in (bool[])[true, false])
        {
            var town = new RuleTown(1) { Houses = [new(0, 100)] }.Parameter("none", 0, RuleUnit.SquareMetre);
            foreach (var kind in isCoreFirst ? new[] { "core", "control" } : ["control", "core"])
            {
                town.Zone(LayerNames.HistoricZones, kind, -10, 60, "old")
                    .Rule(
                        new SumTest(new Term(Quantity.FootprintIn, $"historic_{kind}", [new DemolitionCondition(DemolitionPart.Any)]), "none", LimitSense.AtMost, ""),
                        kind, consent: kind == "control" ? new("the heritage authority", "文物主管部门") : null);
            }

            var found = town.Rule(new AllOfTest(isCoreFirst ? ["core", "control"] : ["control", "core"]), "both").Judge(1, Quarter.Elective(0));

            Assert.Equal(Verdict.Fail, found.Verdict);
            Assert.Equal(["core"], found.Judgement.Evidence.Others);
            Assert.Equal(
                [Verdict.NeedsApproval, Verdict.Fail],
                found.Judgement.Members.OrderBy(member => member.Rule.Id, StringComparer.Ordinal).Select(member => member.Judgement.Verdict!.Value));
        }
    }

    // Flood land takes consent, the red line over the same parcel knows none.
    [Fact]
    public void A_control_line_that_somebody_may_consent_to_softens_no_other_over_the_same_land()
    {
        var town = new RuleTown(1) { Houses = [new(0, 100)] }.Parameter("none", 0, RuleUnit.SquareMetre);
        foreach (var kind in (string[])["flood", "ecological_red_line"])
        {
            town.Zone(LayerNames.ControlLines, kind, 0, 60)
                .Rule(
                    new SumTest(new Term(Quantity.LandIn, kind, []), "none", LimitSense.AtMost, ""), kind,
                    consent: kind == "flood" ? new("the water authority", "水行政主管部门") : null);
        }

        Assert.Equal(Verdict.Fail, town.Rule(new AllOfTest(["flood", "ecological_red_line"]), "both").Judge(1, null).Verdict);
        Assert.True(town.Book().KeptOutBy(0) >= 0);
    }

    [Fact]
    public void Parts_are_no_findings_and_bind_the_search_only_where_all_of_them_must_hold()
    {
        RuleTown Town(RuleTest whole) => new RuleTown(1) { Houses = [new(0, 100)] }
            .Zone(LayerNames.ControlLines, "ecological_red_line", 0, 60)
            .Parameter("none", 0, RuleUnit.SquareMetre).Parameter("one", 1, RuleUnit.Count)
            .Part(new SumTest(new Term(Quantity.LandIn, "ecological_red_line", []), "none", LimitSense.AtMost, ""), "line")
            .Rule(whole, "whole");

        Assert.Equal(["whole"], Town(new AllOfTest(["line"])).Findings(1, null).Select(finding => finding.Rule.Id));
        Assert.True(Town(new AllOfTest(["line"])).Book().KeptOutBy(0) >= 0);
        Assert.True(Town(new SomeOfTest(["line"], "one")).Book().KeptOutBy(0) < 0);
    }

    private static Finding Some(int[] members, int least)
    {
        var town = new RuleTown(1)
        {
            Houses = [new(0, 100)],
            Declared = Stated([.. members.Select((member, i) => ($"m{i}", (double)member)).Where(member => member.Item2 < 2)]),
        }.Parameter("one", 1, RuleUnit.Count).Parameter("least", least, RuleUnit.Count);
        for (var i = 0; i < members.Length; i++)
        {
            town.Part(Flag($"m{i}"), $"m{i}");
        }

        return town.Rule(new SomeOfTest([.. members.Select((_, i) => $"m{i}")], "least")).Judge(1, null);
    }

    private static DeclaredTest Flag(string name) => new(name, null, "one", LimitSense.AtLeast, RuleUnit.Count);

    private static AreaDeclaration Stated(params (string Name, double Value)[] numbers) =>
        new() { Numbers = numbers.ToDictionary(number => number.Name, number => number.Value) };
}
