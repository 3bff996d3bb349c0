using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The shipped packs on a sample city of 1,500 parcels: every rule is judged, on every area that is proposed.</summary>
public class ShippedPackFindingTests
{
    private static readonly Lazy<IReadOnlyList<SourceLayer>> Layers = new(() => SampleCity.Of(new SampleOptions(1_500, 7)));

    [Fact]
    public void Every_rule_of_Chongqing_is_judged_on_every_area_and_none_fails()
    {
        var pack = RulePackShelf.Read("chongqing-2025").OrThrow();

        var judged = Judged(pack, Layers.Value);

        Assert.NotEmpty(judged.Plan.Areas);
        Assert.Equal(
            judged.Plan.Areas.SelectMany(area => pack.Rules.Where(rule => rule.Test is not ApartTest).Select(rule => (area.Id, rule.Id))),
            judged.Findings.Select(finding => (finding.Area, finding.Rule.Id)));
        Assert.DoesNotContain(judged.Findings, finding => finding.Verdict == Verdict.Fail);
        Assert.DoesNotContain(judged.Findings, finding => finding.Judgement.WhyNot?.Code == "missing_layer");
        Assert.All(judged.Findings.Where(finding => finding.Verdict == Verdict.Pass && finding.Assumptions.Count > 0), finding =>
            Assert.Equal("符合（按假设）", finding.WordingChinese));
    }

    [Fact]
    public void A_city_without_control_lines_and_districts_leaves_their_rules_unknown_and_no_others()
    {
        var judged = Judged(
            RulePackShelf.Read("chongqing-2025").OrThrow(),
            [.. Layers.Value.Where(layer => layer.Name is not (LayerNames.ControlLines or LayerNames.AdministrativeUnits))]);

        string[] expected =
        [
            "blue-line-footprints", "parks", "permanent-basic-farmland", "ecological-red-line", "flood-risk", "geological-hazard",
            "district-undivided", "must-not-nature",
        ];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            judged.Findings.Where(finding => finding.Judgement.WhyNot?.Code == "missing_layer").Select(finding => finding.Rule.Id)
                .Distinct().Order(StringComparer.Ordinal));
    }

    private static JudgedPlan Judged(RulePack pack, IReadOnlyList<SourceLayer> layers)
    {
        var work = new CityWork(CityAssembly.From(layers, new AssemblyOptions { BaselineYear = 2025 }).City);
        var options = new ProposalOptions { ElectivePurpose = "fire lane" };
        var graph = work.Graph(new GraphOptions(options.StreetWidth, options.MinimumContact));
        return Proposal.Under(pack, new ProposalGround(work.City, work.Fabric(), graph, work.Facts(), options));
    }
}
