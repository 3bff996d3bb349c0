using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Exact;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Exact;

/// <summary>Exact answers against trying every set of parcels, and against the bound of the cut.</summary>
public class RegionSolverTests
{
    [Fact]
    public void The_answer_is_the_best_single_area_and_the_bound_holds() =>
        DrawnUnits.Any.Sample(
            tried =>
            {
                var land = tried.Land();
                var result = RegionSolver.Solve(new Region(land, Enumerable.Range(0, land.ParcelCount)), []);
                var best = BestByTryingAll(tried, land);

                Assert.True(result.IsProven, tried.ToString());
                Assert.Equal(best, result.Value, 1e-3);
                Assert.True(result.Bound >= best - 1e-9, $"{tried}: bound {result.Bound}, best {best}");
            },
            iter: 400,
            threads: 1);

    [Fact]
    public void No_area_is_worth_more_than_the_cut() =>
        DrawnUnits.Any.Sample(
            tried =>
            {
                var land = tried.Land();
                var cut = new UnitCut();
                cut.Solve(land, subsidy: 0, default);
                var result = RegionSolver.Solve(new Region(land, Enumerable.Range(0, land.ParcelCount)), []);

                Assert.True(result.Value <= cut.Bound + 1e-6, $"{tried}: {result.Value} above {cut.Bound}");
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void A_known_area_is_never_made_worse_and_the_answer_is_the_same_twice() =>
        DrawnUnits.Any.Sample(
            tried =>
            {
                var land = tried.Land();
                var region = new Region(land, Enumerable.Range(0, land.ParcelCount));
                var first = RegionSolver.Solve(region, []);
                var again = RegionSolver.Solve(region, first.Nodes);

                Assert.Equal(first.Value, again.Value, 1e-3);
                Assert.Equal(first.Nodes, RegionSolver.Solve(region, []).Nodes);
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void A_model_that_the_solver_once_gave_up_is_solved_as_it_stands() =>
        DrawnUnits.Any.Sample(
            tried =>
            {
                var land = tried.Land();
                var region = new Region(land, Enumerable.Range(0, land.ParcelCount));
                var result = RegionSolver.Solve(region, RegionSolver.Solve(region, []).Nodes);

                Assert.True(result.IsProven, tried.ToString());
                Assert.Equal(BestByTryingAll(tried, land), result.Value, 1e-3);
            },
            seed: "2rrkxyrvqGF1",
            iter: 1,
            threads: 1);

    // Both ends are rich, the middle costs more than either brings: without the row of contiguity both ends would be one area.
    [Fact]
    public void Two_good_ends_are_no_area_without_what_lies_between()
    {
        var town = new SmallUnit(["ABBBC"], [300, -400, 300], 0.5, 1, 5);
        var result = RegionSolver.Solve(new Region(town.Land(), [0, 1, 2]), []);

        Assert.Single(result.Nodes);
        Assert.True(result.IsProven);
        Assert.True(result.Cuts > 0);
    }

    // A ribbon of five cells has 4πA ÷ P² = 0.44, a square of four cells 0.79.
    [Fact]
    public void A_floor_of_compactness_is_kept()
    {
        var land = new SmallUnit(["ABCDE", "FGHHH"], [100, 100, 100, 100, 100, 90, 90, -500], 0.1, 4, 5).Land();
        var strict = new UnitLand(land.Nodes, Benefits(land), land.Limits with { LeastPolsbyPopper = 0.7 }, 0);
        var region = new Region(strict, Enumerable.Range(0, strict.ParcelCount));
        var result = RegionSolver.Solve(region, []);

        Assert.Equal([0, 1, 5, 6], result.Nodes.Select(strict.CityNode).Select(node => strict.Nodes.Parcels[node]).Order());
        Assert.True(result.IsProven);
    }

    [Fact]
    public void Where_no_area_keeps_the_limits_that_is_proven()
    {
        var land = new SmallUnit(["AB"], [100], 1, 3, 4).Land();
        var result = RegionSolver.Solve(new Region(land, [0, 1]), []);

        Assert.Empty(result.Nodes);
        Assert.Equal((true, double.NegativeInfinity), (result.IsProven, result.Bound));
    }

    private static long[] Benefits(UnitLand land) => land.Benefits.ToArray();

    private static double BestByTryingAll(SmallUnit tried, UnitLand land)
    {
        var best = double.NegativeInfinity;
        for (var mask = 1; mask < 1 << land.ParcelCount; mask++)
        {
            if (tried.IsFeasible(land, mask))
            {
                best = Math.Max(best, tried.Value(land, Enumerable.Range(0, land.ParcelCount).Where(node => (mask >> node & 1) == 1)));
            }
        }

        return best;
    }
}
