using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Frontier;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Frontier;

/// <summary>A part of the frozen set that is measured whole elsewhere: its cases say something, and their plans and bounds hold.</summary>
public class FrontierTests
{
    private const int Parcels = 1_000;
    private const int Seed = 7;
    private const int SeedOfPoorLock = 23;

    private static readonly Lazy<FrontierTown> Divided = new(() => new FrontierTown(Layers()));
    private static readonly Lazy<FrontierTown> Giant = new(() => new FrontierTown(FrontierTown.WithGiant(Layers())));

    [Theory]
    [InlineData("Units", 0.5)]
    [InlineData("Units", 3)]
    [InlineData("None", 0.5)]
    [InlineData("Giant", 0.5)]
    [InlineData("Giant", 1.5)]
    public void A_tight_case_counts_its_plan_keeps_every_limit_and_its_bound_holds(string units, double lambda)
    {
        var result = Solve(Case(units, lambda, isTight: true));
        var plan = result.Judged.Plan;

        Assert.True(result.Counts, $"chosen {result.ChosenShare:P1}, binding {string.Join(", ", result.Binding)}");
        Assert.Contains("land budget", result.Binding);
        Keeps(result, plan.Options);
        Assert.True(plan.Areas.Sum(area => area.NetArea) <= plan.Options.Limits.LandBudget!.Value + 1e-3);
    }

    [Theory]
    [InlineData("Units", 1.5)]
    [InlineData("None", 1.5)]
    [InlineData("Giant", 1.5)]
    public void In_a_slack_case_the_plan_keeps_every_limit_and_the_bound_holds(string units, double lambda)
    {
        var result = Solve(Case(units, lambda, isTight: false));

        Assert.InRange(result.ChosenShare, 0.02, 0.6);
        Keeps(result, result.Judged.Plan.Options);
    }

    [Fact]
    public void Tight_limits_prove_less_than_slack_ones()
    {
        var (slack, tight) = (Solve(Case("Units", 1.5, isTight: false)), Solve(Case("Units", 1.5, isTight: true)));

        Assert.True(tight.Judged.Plan.Bound < slack.Judged.Plan.Bound);
    }

    [Fact]
    public void A_giant_takes_the_place_of_two_thirds_of_the_units()
    {
        var (before, after) = (Units(Layers()), Units(FrontierTown.WithGiant(Layers())));

        Assert.Equal(before - (2 * before / 3), after);
    }

    [Fact]
    public void A_tight_case_is_the_same_for_one_two_and_eight_threads()
    {
        var plans = new[] { 1, 2, 8 }.Select(threads => Divided.Value.Solve(Case("Units", 1.5, isTight: true), threads).Judged.Plan).ToList();

        Assert.All(plans, plan => Assert.Equal(Described(plans[0]), Described(plan)));
    }

    // Nothing binds it more, so it may be better; a locked parcel that fits in no area had made it worse by a third.
    [Fact]
    public void Without_units_a_plan_is_worth_no_less_than_within_them_but_for_a_hundredth()
    {
        var town = new FrontierTown(SampleCity.Of(new SampleOptions(Parcels, SeedOfPoorLock)));
        var (free, within) = (town.Solve(Case("None", 3, isTight: false)), town.Solve(Case("Units", 3, isTight: false)));

        Assert.True(
            free.Judged.Plan.Objective >= 0.99 * within.Judged.Plan.Objective,
            $"without {free.Judged.Plan.Objective:0}, within {within.Judged.Plan.Objective:0}");
    }

    private static void Keeps(FrontierResult result, ProposalOptions options)
    {
        var plan = result.Judged.Plan;
        Assert.NotEmpty(plan.Areas);
        Assert.True(plan.IsBoundProven);
        Assert.Empty(result.Judged.Checked!.Faults);
        Assert.True(plan.Objective <= plan.Bound, $"found {plan.Objective}, bound {plan.Bound}");
        Assert.All(plan.Areas, area => Assert.InRange(area.NetArea, options.MinimumArea - 1e-3, options.MaximumArea + 1e-3));
        Assert.Equal(3 * plan.Areas.Count, result.Judged.Findings.Count);
        Assert.All(result.Judged.Findings, finding => Assert.Contains(finding.Verdict, new Verdict?[] { Verdict.Pass, null }));
        var parcels = plan.Areas.SelectMany(area => area.Parcels).ToList();
        Assert.Equal(parcels.Count, parcels.Distinct().Count());
    }

    private static FrontierResult Solve(FrontierCase tried) => (tried.Units == FrontierUnits.Giant ? Giant : Divided).Value.Solve(tried);

    private static FrontierCase Case(string units, double lambda, bool isTight) => FrontierCase.OfSample(Seed).Single(tried =>
        tried.Units == Enum.Parse<FrontierUnits>(units) && tried.Lambda == lambda && tried.IsTight == isTight);

    private static IReadOnlyList<Land.SourceLayer> Layers() => SampleCity.Of(new SampleOptions(Parcels, Seed));

    private static int Units(IReadOnlyList<Land.SourceLayer> layers) => layers.Single(layer => layer.Name == Land.LayerNames.PlanningUnits).Shapes.Count;

    private static string Described(Plan plan) =>
        $"{plan.Objective:R} {plan.Bound:R} {string.Join('|', plan.Areas.Select(area => string.Join(',', area.Parcels)))}";
}
