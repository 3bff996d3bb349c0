using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>What people read of findings: numbers, groups, lists of areas, lines.</summary>
public sealed class FindingTextTests
{
    private static readonly Term Land = new(Quantity.Land, "", []);

    [Theory]
    [InlineData(0.2, 0.153, "15.3 %", "≤ 20 %")]
    [InlineData(2.0, 1.5, "1.5", "≤ 2")]
    public void A_share_is_read_in_percent_and_another_ratio_as_it_is(double limit, double value, string measured, string text)
    {
        var finding = Of("A001", new ShareTest(Land, Land, "limit", LimitSense.AtMost, []), Measured.Exactly(value), limit);

        Assert.Equal(measured, FindingText.Measured(finding));
        Assert.Equal(text, FindingText.Limit(finding));
    }

    [Fact]
    public void A_ratio_held_against_another_measure_is_no_percentage()
    {
        var finding = Of("A001", new MeasureTest("gross_far_after", "", "gross_far", LimitSense.AtMost, RuleUnit.Ratio), Measured.Between(0.8, 0.9, 1), 0.95);

        Assert.Equal("0.9 (0.8–1) (限值 limit ≤ 0.95)", FindingText.Compared(finding));
    }

    [Fact]
    public void What_is_open_above_is_read_as_at_least() =>
        Assert.Equal("≥ 10 %", FindingText.Measured(Of("A001", new ShareTest(Land, Land, "limit", LimitSense.AtMost, []), Measured.AtLeast(0.2, 0.1), 0.2)));

    [Fact]
    public void Equal_findings_of_many_areas_are_told_once_and_what_fails_comes_first()
    {
        var test = new ShareTest(Land, Land, "limit", LimitSense.AtMost, []);
        var findings = Enumerable.Range(1, 50).Select(i => Of($"A{i:000}", test, Measured.Exactly(0.1 + (i / 1000.0)), 0.2, Verdict.Marginal))
            .Append(Of("A051", test, Measured.Exactly(0.4), 0.2, Verdict.Fail))
            .Append(Of("A052", test, Measured.Exactly(0.1), 0.2, Verdict.Pass));

        var groups = FindingGroup.OfOpen(findings);

        Assert.Equal(["A051", "A001–A050"], groups.Select(group => group.Areas));
        Assert.Equal("10.1 % (限值 limit ≤ 20 %) … 15 % (限值 limit ≤ 20 %)", groups[1].Measured);
    }

    [Theory]
    [InlineData("A001, A002", "A001", "A002")]
    [InlineData("A001–A003, A007, north", "A001", "A002", "A003", "A007", "north")]
    public void Runs_of_three_or_more_areas_are_shortened(string expected, params string[] names) =>
        Assert.Equal(expected, AreaNames.Of(names));

    [Fact]
    public void A_very_long_list_of_areas_is_cut_and_says_how_many_there_are() =>
        Assert.EndsWith("… (共 40 in all)", AreaNames.Of([.. Enumerable.Range(0, 40).Select(i => $"A{i * 2:000}")]), StringComparison.Ordinal);

    [Fact]
    public void Lines_break_between_Chinese_characters_and_at_spaces_and_lose_nothing()
    {
        const string Text = "片区用地全部位于城镇开发边界内（开天窗视为边界外），all land of an area lies inside the boundary.";

        var lines = WrappedText.Lines(Text, 12);

        Assert.Equal(Text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
        Assert.All(lines, line => Assert.DoesNotContain(line[0], "，）。"));
        Assert.Contains(lines, line => line.EndsWith("all land of", StringComparison.Ordinal) || line.Contains("land", StringComparison.Ordinal));
    }

    private static Finding Of(string area, RuleTest test, Measured measured, double limit, Verdict verdict = Verdict.Pass) => new()
    {
        Area = area,
        Rule = new PackRule
        {
            Id = "rule", Title = "rule", TitleChinese = "规则", Scopes = [RuleScope.Area], Strength = RuleStrength.Must,
            Citation = new Citation("text", "1"), Test = test,
        },
        Judgement = new Judgement { Verdict = verdict, Measured = measured, Limit = limit },
        Assumptions = [],
    };
}
