using CityRenewal.Geo.Benchmarks.Corners;
using CityRenewal.Geo.Benchmarks.Frontier;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Exact.Plans;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Exact;

/// <summary>Whole units solved exactly: against trying every plan, and beside the search and its bound in small towns.</summary>
public class ExactPlansTests
{
    private const int MostBranching = 100_000;

    [Fact]
    public void The_exact_plan_is_the_best_of_all_plans() =>
        DrawnUnits.Any.Sample(
            tried =>
            {
                var land = tried.Land();
                var exact = ExactPlans.Solve([land], PlanRows.None, MostBranching, default);

                Assert.True(exact.IsProven, $"{tried}: {exact.Value} of {exact.Bound}");
                Assert.Equal(tried.BestByTryingAll(land), exact.Value, 0.01);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void A_budget_over_the_plan_never_wins_and_is_kept() =>
        DrawnUnits.Any.Sample(
            tried =>
            {
                var land = tried.Land();
                var budget = new PlanRows(
                    ["land"], [[.. Enumerable.Range(0, land.Nodes.Count).Select(node => land.Nodes.TwiceArea[node])]], [land.Limits.MostTwiceArea], [double.PositiveInfinity]);
                var (free, kept) = (ExactPlans.Solve([land], PlanRows.None, MostBranching, default), ExactPlans.Solve([land], budget, MostBranching, default));

                Assert.True(kept.IsProven, $"{tried}: {kept.Value} of {kept.Bound}");
                Assert.True(kept.Value <= free.Value + 0.01);
                Assert.True(kept.Areas!.Sum(area => area.Nodes.Sum(land.TwiceArea)) <= land.Limits.MostTwiceArea);

                // The best single area is one plan that keeps it.
                Assert.True(kept.Areas!.Count > 0 || free.Areas!.Count == 0, tried.ToString());
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void In_small_towns_the_bound_is_no_less_than_the_optimum_and_the_optimum_is_found()
    {
        var town = new FrontierTown(SampleCity.Of(new SampleOptions(150, 11)));
        var cases = FrontierCase.OfSample(11).Where(tried => tried.Units != FrontierUnits.Giant)
            .Select(tried => CornerCase.Of(town, tried with { Scale = 1 / 3.0 }, TimeSpan.FromMinutes(5))).ToList();

        Assert.All(cases, one =>
        {
            Assert.Null(one.Fault);
            Assert.True(one.Exact.IsProven, one.ToString());
            Assert.True(one.Bound >= one.Exact.Value && one.Exact.Value >= one.Found - 0.5, one.ToString());
        });
        Assert.True(cases.Count(one => one.Counts) >= 10);
        Assert.True(cases.Count(one => one.Counts && one.OfSearch <= 0.01) >= 0.9 * cases.Count(one => one.Counts), string.Join('\n', cases));

        // Not by trivial plans: several areas are chosen, and gaps are left that no plan can close.
        Assert.Contains(cases, one => one.Exact.Areas!.Count > 1 && one.OfBound > 0.05);
    }
}
