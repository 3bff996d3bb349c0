using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Plans;

/// <summary>What a plan keeps to as a whole, over two and three units, against every plan there is.</summary>
public class GlobalLimitTests
{
    private static readonly string[][][] Shapes =
    [
        [["AB", "CD"], ["ABC", "DEF"]],
        [["ABCD"], ["AB", "CD"], ["ABC"]],
        [["ABC", "DEF"], ["A.B", "C.D"]],
    ];

    private static readonly Gen<SmallCity> Cities =
        from shape in Gen.Int[0, 2]
        from worth in Gen.Int[-150, 500].Array[13]
        from takes in Gen.Int[1, 20].Array[13]
        from price in Gen.Double[0.2, 3]
        from least in Gen.Int[1, 2]
        from budget in Gen.Int[5, 90]
        from kind in Gen.Int[0, 6]
        from count in Gen.Int[1, 3]
        select new SmallCity(Shapes[shape], worth, price, least, least + 2) with
        {
            Takes = kind is 0 or 1 or 4 ? takes : [],
            Budget = budget,
            BudgetPrice = kind == 1 ? 10 : double.PositiveInfinity,
            MostAreas = kind is 2 or 4 or 5 ? count : int.MaxValue,
            FewestAreas = kind is 3 or 6 ? count : 0,
            CountPrice = kind is 5 or 6 ? 60 : double.PositiveInfinity,
        };

    [Fact]
    public void No_plan_beats_the_bound_and_what_is_found_is_nearly_always_the_best()
    {
        int tried = 0, best = 0, found = 0;
        double worth = 0, most = 0;
        Cities.Sample(
            city =>
            {
                var problem = city.Problem();
                var outcome = new CitySearch(problem, SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default);
                var optimum = city.BestByTryingAll(problem);
                var value = city.WorthOf(problem, outcome.Areas);
                Assert.Equal(value is null, outcome.Missed.Count > 0);
                Assert.False(outcome.IsCutShort);
                if (optimum is { } known)
                {
                    tried++;
                    found += value is null ? 0 : 1;
                    best += value >= known - 1e-6 ? 1 : 0;
                    (worth, most) = (worth + (value ?? 0), most + known);
                    Assert.True(known <= outcome.Bound + 1e-6, $"best {known}, bound {outcome.Bound}");
                    Assert.True(value is null || value <= known + 1e-6, $"found {value}, best {known}");
                }
            },
            iter: 1_000,
            threads: 1,
            seed: "0000KOIPe036");

        Assert.True(tried > 800, $"tried {tried}");
        Assert.True(found >= 0.995 * tried, $"{found} of {tried} found, {best} best, {worth / most:P2} of the worth");
        Assert.True(best >= 0.99 * tried, $"{best} of {tried} best, {worth / most:P2} of the worth");
    }

    [Fact]
    public void Land_goes_to_the_unit_where_it_is_worth_most()
    {
        var city = new SmallCity([["A"], ["A"], ["A"]], [300, 900, 600], 1, 1, 1) { Takes = [1], Budget = 2 };
        var outcome = new CitySearch(city.Problem(), SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default);

        Assert.Equal([[1], [2]], outcome.Areas);
        Assert.Equal(["budget"], outcome.Prices.Rows.Names);
        Assert.InRange(outcome.Bound, 1_340 - 1e-6, 1_340 + 221);
    }

    [Fact]
    public void As_many_areas_are_found_as_are_asked_for_at_least()
    {
        var city = new SmallCity([["ABCD"], ["AB"]], [900, 900, 900, 900, -50, -50], 1, 1, 4) { FewestAreas = 3 };
        var outcome = new CitySearch(city.Problem(), SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default);

        Assert.Equal(3, outcome.Areas.Count);
        Assert.Empty(outcome.Missed);
    }

    [Fact]
    public void A_number_of_areas_that_the_land_does_not_hold_is_told_as_missed()
    {
        var city = new SmallCity([["AB"]], [900], 1, 1, 2) { FewestAreas = 3 };
        var outcome = new CitySearch(city.Problem(), SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default);

        Assert.Equal(["fewest_areas"], outcome.Missed);
    }

    [Fact]
    public void The_same_is_found_for_any_number_of_threads() =>
        Cities.Sample(
            city =>
            {
                var problem = city.Problem();
                var one = new CitySearch(problem, SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default);
                var four = new CitySearch(problem, SearchStart.Nothing, null).Run(SearchRun.Whole, 4, default);
                Assert.Equal(one.Areas, four.Areas);
                Assert.Equal((one.Bound, one.Work), (four.Bound, four.Work));
                Assert.Equal(one.Prices.PerUnit, four.Prices.PerUnit);
            },
            iter: 100,
            threads: 1);
}
