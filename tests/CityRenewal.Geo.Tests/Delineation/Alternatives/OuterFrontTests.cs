using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Tests.Delineation.Plans;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Alternatives;

public class OuterFrontTests
{
    private static readonly OuterFront Front = OuterFront.Of([new FrontLine(3, 20), new FrontLine(1, 50), new FrontLine(9, -30), new FrontLine(2, 80)]);

    [Theory]
    [InlineData(0, -30)]
    [InlineData(5, 15)]
    [InlineData(10, 50)]
    [InlineData(100, 150)]
    public void The_least_line_tells_how_much_benefit_there_can_be(double perimeter, double most) =>
        Assert.Equal(most, Front.MostBenefit(perimeter), 9);

    [Fact]
    public void Corners_lie_where_the_roof_changes_its_line() =>
        Assert.Equal([(0, -30), (25.0 / 3, 45), (15, 65), (100, 150)], Front.Corners(0, 100));

    [Fact]
    public void No_plan_of_a_small_city_is_above_the_front_of_its_bounds() =>
        (from worth in Gen.Int[-150, 500].Array[10] from price in Gen.Double[0.5, 3] select (worth, price)).Sample(
            drawn =>
            {
                var front = OuterFront.Of(PriceLadder.Of(drawn.price, 5).Select(lambda =>
                {
                    var problem = Town(drawn.worth, lambda).Problem();
                    return new FrontLine(lambda, new CitySearch(problem, SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default).Bound);
                }));
                foreach (var (benefit, perimeter) in AllPlans(Town(drawn.worth, 1)))
                {
                    Assert.True(benefit <= front.MostBenefit(perimeter) + 1e-6, $"{benefit} m² with {perimeter} m");
                }
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void Prices_stand_around_the_one_asked_for_in_equal_ratio()
    {
        var prices = PriceLadder.Of(3, 5);

        Assert.Equal(3, prices[2]);
        Assert.Equal(9, prices[4], 2);
        Assert.Equal(1, prices[0], 2);
        Assert.All(Enumerable.Range(0, 4), step => Assert.Equal(Math.Sqrt(3), prices[step + 1] / prices[step], 2));
        Assert.Equal(9, PriceLadder.Of(3, 50).Length);
        Assert.Equal([(2, -1), (3, 2), (4, 3), (1, 2), (0, 1)], PriceLadder.Order(5));
    }

    [Fact]
    public void The_difference_of_two_plans_is_the_land_that_only_one_has()
    {
        double[] areas = [10, 20, 30, 40];

        Assert.Equal(0, LandDifference.Of([0, 1], [1, 0], areas));
        Assert.Equal(1, LandDifference.Of([0, 1], [2], areas));
        Assert.Equal(40.0 / 60, LandDifference.Of([0, 1], [1, 2], areas), 9);
        Assert.Equal(0, LandDifference.Of([], [], areas));
    }

    private static SmallCity Town(int[] worth, double price) => new([["ABC", "DEF"], ["AB", "CD"]], worth, price, 1, 3);

    /// <summary>Benefit and outline of every set of disjoint areas in the first unit.</summary>
    private static IEnumerable<(double Benefit, double Perimeter)> AllPlans(SmallCity town)
    {
        var problem = town.Problem();
        var land = new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, 0);
        var unit = new SmallUnit([], town.Worth, 1, town.Least, town.Most);
        var areas = Enumerable.Range(1, (1 << land.ParcelCount) - 1).Where(mask => unit.IsFeasible(land, mask)).ToList();
        return from one in areas from other in areas.Prepend(0) where (one & other) == 0 select Sums(land, [one, other]);
    }

    private static (double Benefit, double Perimeter) Sums(UnitLand land, int[] masks)
    {
        double benefit = 0, outline = 0;
        foreach (var mask in masks)
        {
            var pieces = new UnitPieces(land);
            var piece = pieces.Begin();
            for (var node = 0; node < land.ParcelCount; node++)
            {
                if ((mask >> node & 1) == 1)
                {
                    pieces.Add(node, piece);
                }
            }

            benefit += pieces.Sums(piece).Benefit * SearchLimits.BenefitUnit;
            outline += pieces.Sums(piece).Outline * land.Nodes.MetresPerUnit;
        }

        return (benefit, outline);
    }
}
