using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Projects keep rules by themselves: what fails them is in no area, and no slack is borrowed from the land around.</summary>
public class ProjectRuleTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 8_000, Lambda = 0.5 };

    [Fact]
    public void A_project_that_fails_its_own_rule_is_left_out_before_the_search_and_the_rest_is_proposed()
    {
        var plan = Propose(least: 1_000).Plan;

        Assert.Equal([0, 1, 2], Assert.Single(plan.Areas).Parcels);
        Assert.Contains(plan.Notes, note => note.Code == "parcels_left_out" && note.Text.Contains("project that fails", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_that_keeps_its_rule_has_findings_of_its_own()
    {
        var judged = Propose(least: 700);
        var finding = Assert.Single(judged.Findings, finding => finding.Project == "J1");

        Assert.Equal(Verdict.Pass, finding.Verdict);
        Assert.Equal(["J1"], Assert.Single(judged.Plan.Areas).Projects);
    }

    [Fact]
    public void A_project_that_must_be_in_an_area_and_fails_its_own_rule_is_refused()
    {
        var refusal = Assert.Throws<ProposalOptionsException>(() => Propose(least: 1_000, lockedIn: ["P03"]));

        Assert.Contains(refusal.Problems, problem => problem.Field.StartsWith("limits.projects[0]", StringComparison.Ordinal));
    }

    // Five old houses in a row; D and E are a project of 800 m², and projects have to have more.
    private static JudgedPlan Propose(double least, string[]? lockedIn = null)
    {
        var city = new LatticeCity("ABCDE");
        for (var parcel = 0; parcel < 5; parcel++)
        {
            city.With(new LatticeBuilding((20 * parcel) + 1, 1, 18, 18) { Year = 1960 });
        }

        var rule = new PackRule
        {
            Id = "size", Title = "size", TitleChinese = "规模", Scopes = [RuleScope.Project], Strength = RuleStrength.Must,
            Citation = new Citation("text", "1"), Test = new SumTest(new Term(Quantity.Land, "", []), "least", LimitSense.AtLeast, ""),
        };
        var pack = new RulePack
        {
            Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [], Rules = [rule],
            Parameters = new Dictionary<string, PackParameter> { ["least"] = new("least", "least", "least", RuleUnit.SquareMetre, least, false, "") },
        };
        var limits = new PlanLimits { Projects = [new ProjectRequest { Id = "J1", Parcels = ["P03", "P04"] }] };
        return Proposal.Under(pack, city.Ground(SmallAreas with { Limits = limits, LockedIn = lockedIn ?? [] }));
    }
}
