using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>What a verdict is called: by the strength of the text, and never a word that approves.</summary>
public class FindingWordingTests
{
    private static readonly PackAssumption Assumed = new("taken for granted", "假设");

    [Theory]
    [InlineData(Verdict.Pass, RuleStrength.Must, LimitSense.AtMost, "kept", "符合")]
    [InlineData(Verdict.Pass, RuleStrength.Advisable, LimitSense.AtLeast, "kept", "符合")]
    [InlineData(Verdict.Fail, RuleStrength.Must, LimitSense.AtMost, "not kept", "不符合")]
    [InlineData(Verdict.Fail, RuleStrength.Must, LimitSense.AtLeast, "not kept", "不符合")]
    [InlineData(
        Verdict.Fail, RuleStrength.InPrinciple, LimitSense.AtMost, "exceeds what holds in principle: needs a justification of its own",
        "超出原则性指标，须专项论证")]
    [InlineData(Verdict.Fail, RuleStrength.Advisable, LimitSense.AtMost, "above the guiding value", "高于引导值")]
    [InlineData(Verdict.Fail, RuleStrength.Advisable, LimitSense.AtLeast, "below the guiding value", "低于引导值")]
    [InlineData(Verdict.Marginal, RuleStrength.Must, LimitSense.AtMost, "cannot be told within the measuring error", "处于测量误差之内，无法判定")]
    [InlineData(Verdict.NeedsApproval, RuleStrength.Must, LimitSense.AtMost, "only with consent: the office", "须经同意：主管部门")]
    [InlineData(Verdict.Unknown, RuleStrength.Must, LimitSense.AtMost, "unknown: evidence is missing", "依据不足，无法判定")]
    public void A_verdict_is_said_in_the_words_of_the_rules_strength(
        Verdict verdict, RuleStrength strength, LimitSense sense, string english, string chinese)
    {
        var finding = Found(verdict, strength, sense, []);

        Assert.Equal((english, chinese), (finding.Wording, finding.WordingChinese));
    }

    [Fact]
    public void A_pass_that_rests_on_an_assumption_is_never_a_plain_pass()
    {
        var finding = Found(Verdict.Pass, RuleStrength.Must, LimitSense.AtMost, [Assumed]);

        Assert.Equal(("kept, as assumed", "符合（按假设）"), (finding.Wording, finding.WordingChinese));
    }

    [Fact]
    public void No_wording_approves_certifies_or_calls_anything_legal()
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            foreach (var strength in Enum.GetValues<RuleStrength>())
            {
                var wording = Found(verdict, strength, LimitSense.AtMost, []).Wording;
                Assert.DoesNotMatch("(?i)approved|certified|legal|compliant", wording);
            }
        }
    }

    [Fact]
    public void A_number_that_no_source_confirms_is_an_assumption_of_the_finding_and_told_once()
    {
        var found = new RuleTown(1)
            .Parameter("limit", 2, RuleUnit.Count, assumed: true)
            .Rule(new SumTest(new Term(Quantity.Parcels, "", []), "limit", LimitSense.AtMost, ""), "few")
            .Rule(new SumTest(new Term(Quantity.Parcels, "", []), "limit", LimitSense.AtMost, ""), "again")
            .Rule(new AllOfTest(["few", "again"]), "both")
            .Findings(1, null);

        Assert.All(found, finding => Assert.Equal("limit (limit) is 2: no source confirms it.", Assert.Single(finding.Assumptions).Text));
        Assert.All(found, finding => Assert.Equal("符合（按假设）", finding.WordingChinese));
    }

    private static Finding Found(Verdict verdict, RuleStrength strength, LimitSense sense, IReadOnlyList<PackAssumption> assumptions) => new()
    {
        Area = "A1",
        Judgement = new Judgement { Verdict = verdict, Measured = Measured.Exactly(0), Sense = sense },
        Assumptions = assumptions,
        Rule = new PackRule
        {
            Id = "rule", Title = "rule", TitleChinese = "规则", Scopes = [RuleScope.Area], Strength = strength,
            Citation = new Citation("text", ""), Test = new WholeTest(), Consent = new PackAssumption("the office", "主管部门"),
        },
    };
}
