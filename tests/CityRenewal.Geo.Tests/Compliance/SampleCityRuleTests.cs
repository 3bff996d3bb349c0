using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>The share of demolition as a rule and as a measure are the same number, on the proposed areas of a sample city.</summary>
public class SampleCityRuleTests
{
    private static readonly Term Existing = new(Quantity.FloorArea, "", []);
    private static readonly Term Gone = new(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Elective)]);
    private static readonly Term NotExempt = new(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.NotExempt)]);

    [Fact]
    public void The_share_of_demolition_and_its_interval_are_those_of_the_measure()
    {
        var (book, plan) = Proposed();
        var compared = 0;
        foreach (var area in plan.Areas)
        {
            var stock = AreaStock.Of(book.Ground.City, book.Ground.Facts, AreaLand.From(area));
            var found = Assert.Single(book.Check(new AreaUnderReview(area.Id, stock, null))).Judgement;

            compared += AssertSame(DemolitionRatio.Of(stock, ExemptReading.OutOfNumerator), found.Measured);
            compared += AssertSame(DemolitionRatio.Of(stock, ExemptReading.OutOfBoth), found.Readings[0].Measured);
        }

        Assert.True(compared >= 10, $"only {compared} ratios above 0 were compared");
    }

    // Where a floor area that goes is missing, the measure is unknown; the rule is open.
    private static int AssertSame(Measured measure, Measured rule)
    {
        if (measure.State != MeasuredState.Known)
        {
            return 0;
        }

        Assert.Equal(measure.Value!.Value, rule.Value!.Value, 1e-9);
        Assert.Equal(measure.Low!.Value, rule.Low!.Value, 1e-9);
        Assert.Equal(measure.High!.Value, rule.High!.Value, 1e-9);
        return measure.Value > 0 ? 1 : 0;
    }

    private static (RuleBook Book, Plan Plan) Proposed()
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(3_000, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var options = new ProposalOptions { ElectivePurpose = "fire lane" };
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, new GraphOptions(options.StreetWidth, options.MinimumContact));
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        var pack = new RulePack
        {
            Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
            Parameters = new Dictionary<string, PackParameter> { ["limit"] = new("limit", "limit", "上限", RuleUnit.Ratio, 0.2, false, "") },
            Rules =
            [
                new PackRule
                {
                    Id = "demolition", Title = "demolition", TitleChinese = "拆除", Scopes = [RuleScope.Area], Strength = RuleStrength.InPrinciple,
                    Citation = new Citation("text", ""),
                    Test = new ShareTest(Gone, Existing, "limit", LimitSense.AtMost, [new ShareReading("exempt-out", NotExempt)]),
                },
            ],
        };
        var ground = new RuleGround(pack, city, facts, CategoryLabels.Of(city, facts, CategoryDefinitions.Default, 2025), 2025);
        return (new RuleBook(ground), Proposal.Of(city, fabric, graph, facts, options));
    }
}
