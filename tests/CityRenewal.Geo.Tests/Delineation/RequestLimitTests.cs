using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Every limit of a request on drawn towns: cells of 400 m² with an old house on each, unless said otherwise.</summary>
public class RequestLimitTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 8_000, Lambda = 0.5 };

    [Fact]
    public void Without_limits_the_whole_row_is_one_area() =>
        Assert.Equal([[0, 1, 2, 3]], AreasOf(Old("ABCD"), PlanLimits.None));

    [Fact]
    public void Two_parcels_that_are_kept_apart_are_in_no_area_together()
    {
        var plan = Propose(Old("ABCD"), new PlanLimits { CannotLink = [new ApartGroup(["P00", "P03"])] });

        Assert.NotEmpty(plan.Areas);
        Assert.DoesNotContain(plan.Areas, area => area.Parcels.Contains(0) && area.Parcels.Contains(3));
    }

    [Fact]
    public void Parcels_that_are_wanted_apart_at_a_price_may_be_together_and_the_price_is_listed()
    {
        var plan = Propose(Old("ABCD"), new PlanLimits { CannotLink = [new ApartGroup(["P00", "P03"], 50)] });

        var breach = Assert.Single(plan.PricedBreaches);
        Assert.Equal(("A001", "pair_prices", 50), (breach.Area, breach.Limit, breach.Price));
        var area = Assert.Single(plan.Areas);
        Assert.Equal(area.Benefit - (0.5 * area.Perimeter) - 50, plan.Objective, 6);
    }

    // A and E are in need, with sound land between: each alone is too small.
    [Fact]
    public void Parcels_that_must_be_linked_are_in_one_contiguous_area_or_in_none()
    {
        var city = Old("ABCDEF", except: [2, 3]);
        var plan = Propose(city, new PlanLimits { MustLink = [["P00", "P05"]] });

        Assert.All(plan.Areas, area => Assert.Equal(area.Parcels.Contains(0), area.Parcels.Contains(5)));
        Assert.Equal([0, 1, 2, 3, 4, 5], Assert.Single(plan.Areas).Parcels);
    }

    [Fact]
    public void A_group_kept_whole_with_a_parcel_that_is_locked_out_stays_out_whole()
    {
        var city = Old("ABCDE").WithLock(1, ParcelLock.Out);
        var plan = Propose(city, new PlanLimits { KeepWhole = [new WholeGroup { Parcels = ["P01", "P02"] }] });

        Assert.Equal([3, 4], Assert.Single(plan.Areas).Parcels);
        Assert.Contains(plan.Notes, note => note.Code == "parcels_left_out" && note.Text.Contains("stay together", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_that_may_be_split_at_a_price_is_split_and_the_price_is_per_m2_left_out()
    {
        var city = Old("ABCDE").WithLock(1, ParcelLock.Out);
        var plan = Propose(city, new PlanLimits { KeepWhole = [new WholeGroup { Parcels = ["P01", "P02"], Price = 0.1 }] });

        Assert.Equal([2, 3, 4], Assert.Single(plan.Areas).Parcels);
        Assert.Equal(40, Assert.Single(plan.PricedBreaches).Price, 3);
    }

    // A railway runs between B and C.
    [Fact]
    public void A_barrier_is_crossed_only_where_the_request_says_what_that_costs()
    {
        LatticeCity City() => Old("ABCD").WithRailway(40, -50, 40, 70);

        Assert.Equal([[0, 1], [2, 3]], AreasOf(City(), PlanLimits.None));
        var plan = Propose(City(), new PlanLimits { Crossings = [new CrossingPrice("railway", 3)] });
        Assert.Equal([0, 1, 2, 3], Assert.Single(plan.Areas).Parcels);
        Assert.Equal(3, Assert.Single(plan.PricedBreaches).Price, 6);
    }

    // A and F are in need with their neighbours; the sound land between costs less than leaving one of the two out.
    [Fact]
    public void Parcels_that_are_wanted_together_at_a_price_are_joined_where_the_way_costs_less()
    {
        PlanLimits Linked(double price) => new() { LinkPrices = [new LinkPrice(["P01", "P04"], price)] };
        LatticeCity City() => Old("ABCDEF", except: [2, 3]);

        Assert.Equal([0, 1, 2, 3, 4, 5], Assert.Single(Propose(City(), Linked(10_000)).Areas).Parcels);
        var plan = Propose(City(), Linked(1));
        Assert.Equal([[0, 1], [4, 5]], plan.Areas.Select(area => area.Parcels).OrderBy(parcels => parcels[0]));
        Assert.Equal(["link_prices", "link_prices"], plan.PricedBreaches.Select(breach => breach.Limit));
        Assert.Equal(2, plan.PricedBreaches.Sum(breach => breach.Price), 9);
        Assert.True(plan.IsBoundProven && plan.Bound >= plan.Objective);
    }

    // The unit line runs between B and C.
    [Fact]
    public void A_division_at_a_price_is_crossed_where_that_costs_less_than_parting_the_area()
    {
        PlanLimits Priced(double price) => new() { UncrossedDivisions = [], DivisionPrices = [new DivisionPrice(LayerNames.PlanningUnits, price)] };
        LatticeCity City() => Old("ABCD").With(LayerNames.PlanningUnits, "", 0, 0, 40, 20);

        var cheap = Propose(City(), Priced(5));
        Assert.Equal([0, 1, 2, 3], Assert.Single(cheap.Areas).Parcels);
        Assert.Equal(("division_prices", 5), (Assert.Single(cheap.PricedBreaches).Limit, cheap.PricedBreaches[0].Price));
        var dear = Propose(City(), Priced(1_000));
        Assert.Equal([[0, 1], [2, 3]], dear.Areas.Select(area => area.Parcels).OrderBy(parcels => parcels[0]));
        Assert.Empty(dear.PricedBreaches);
        Assert.True(dear.IsBoundProven && dear.Bound >= dear.Objective);
    }

    [Fact]
    public void A_division_is_said_to_be_crossed_once()
    {
        var limits = new PlanLimits { DivisionPrices = [new DivisionPrice(LayerNames.PlanningUnits, 5)] };
        var problem = Assert.Single(ProposalOptionChecks.Check(SmallAreas with { Limits = limits }));

        Assert.Equal("limits.division_prices[0].division", problem.Field);
        Assert.Contains("只能说明一次", problem.Said, StringComparison.Ordinal);
    }

    // The unit line runs between B and C.
    [Fact]
    public void Areas_cross_planning_units_only_where_the_request_lets_them()
    {
        LatticeCity City() => Old("ABCD").With(LayerNames.PlanningUnits, "", 0, 0, 40, 20);

        Assert.Equal([[0, 1], [2, 3]], AreasOf(City(), PlanLimits.None));
        Assert.Equal([[0, 1, 2, 3]], AreasOf(City(), new PlanLimits { UncrossedDivisions = [] }));
    }

    // Three groups of two across streets that are too wide to be inside an area.
    [Theory]
    [InlineData(800, 1)]
    [InlineData(1_700, 2)]
    [InlineData(2_400, 3)]
    public void A_budget_of_land_takes_as_many_areas_as_it_pays_for(double budget, int areas) =>
        Assert.Equal(areas, AreasOf(Old("AB..CD..EF"), new PlanLimits { LandBudget = new PricedLimit(budget) }).Count);

    [Fact]
    public void A_budget_of_cost_counts_what_the_planner_says_a_m2_costs()
    {
        // A house of 18 × 18 m with three storeys has 972 m²; two on each area.
        var model = new CostModel { PerRenovated = 2 };
        var limits = new PlanLimits { Cost = model, CostBudget = new PricedLimit(2 * 2 * 972) };

        Assert.Single(AreasOf(Old("AB..CD..EF"), limits));
    }

    [Fact]
    public void No_more_areas_than_asked_for_are_proposed() =>
        Assert.Equal(2, AreasOf(Old("AB..CD..EF"), new PlanLimits { MostAreas = new PricedLimit(2) }).Count);

    [Fact]
    public void An_area_too_many_costs_its_price_where_the_number_is_soft()
    {
        var plan = Propose(Old("AB..CD..EF"), new PlanLimits { MostAreas = new PricedLimit(2, 10) });

        Assert.Equal(3, plan.Areas.Count);
        Assert.Equal(("", "most_areas", 10), (plan.PricedBreaches[0].Area, plan.PricedBreaches[0].Limit, plan.PricedBreaches[0].Price));
    }

    // Every area of two parcels holds A, so there is room for one.
    [Fact]
    public void Where_the_land_gives_fewer_areas_than_asked_for_none_is_proposed() =>
        Assert.Empty(AreasOf(Old([" B ", "CAD"], [], 0), new PlanLimits { FewestAreas = new PricedLimit(2) }));

    // Two groups 40 m apart.
    [Theory]
    [InlineData(39, 2)]
    [InlineData(40, 2)]
    [InlineData(41, 1)]
    public void Areas_keep_their_distance(double spacing, int areas) =>
        Assert.Equal(areas, AreasOf(Old("AB..CD"), new PlanLimits { Spacing = new PricedLimit(spacing) }).Count);

    // E is sound and enclosed.
    [Fact]
    public void An_area_takes_in_what_it_would_enclose_where_that_is_too_much()
    {
        LatticeCity City() => Old(["ABC", "DEF", "GHI"], except: [4], sound: 2024);

        Assert.DoesNotContain(4, Assert.Single(Propose(City(), PlanLimits.None).Areas).Parcels);
        Assert.Contains(4, Assert.Single(Propose(City(), new PlanLimits { LargestEnclave = new PricedLimit(399) }).Areas).Parcels);
        Assert.DoesNotContain(4, Assert.Single(Propose(City(), new PlanLimits { LargestEnclave = new PricedLimit(400) }).Areas).Parcels);
    }

    // A block of four, of which D is sound: left over alone it is of no use to anybody.
    [Fact]
    public void What_an_area_leaves_over_of_a_block_is_large_enough_or_nothing()
    {
        LatticeCity City() => Old(["ABCD"], except: [3], sound: 2024);

        Assert.Equal([[0, 1, 2]], AreasOf(City(), PlanLimits.None));
        Assert.Equal([[0, 1, 2, 3]], AreasOf(City(), new PlanLimits { SmallestRemainder = new PricedLimit(800) }));
        Assert.Equal([[0, 1, 2]], AreasOf(City(), new PlanLimits { SmallestRemainder = new PricedLimit(400) }));
    }

    // Eight in a row have a compactness of 4π·8/18² = 0.31; two of 0.70.
    [Fact]
    public void A_floor_of_compactness_is_kept()
    {
        var areas = Propose(Old("ABCDEFGH"), new PlanLimits { LeastPolsbyPopper = new PricedLimit(0.55) }).Areas;

        Assert.NotEmpty(areas);
        Assert.All(areas, area => Assert.True(4 * Math.PI * area.GrossArea / (area.Perimeter * area.Perimeter) >= 0.55));
    }

    [Fact]
    public void An_area_that_is_not_worth_what_opening_it_costs_is_not_proposed()
    {
        var worth = Propose(Old("ABCD"), PlanLimits.None).Objective;

        Assert.Equal(worth - 10, Propose(Old("ABCD"), new PlanLimits { OpeningPrice = 10 }).Objective, 6);
        Assert.Empty(AreasOf(Old("ABCD"), new PlanLimits { OpeningPrice = worth + 1 }));
    }

    [Fact]
    public void An_area_smaller_than_a_soft_minimum_pays_for_what_is_missing()
    {
        var plan = Old("AB").Propose(SmallAreas with { MinimumArea = 1_000, Limits = new PlanLimits { MinimumAreaPrice = 0.1 } });

        Assert.Equal([0, 1], Assert.Single(plan.Areas).Parcels);
        Assert.Equal(20, Assert.Single(plan.PricedBreaches).Price, 3);
    }

    [Fact]
    public void A_project_lies_whole_in_one_area_and_the_area_names_it()
    {
        var project = new ProjectRequest { Id = "J1", Parcels = ["P00", "P03"], Phase = 1, Category = "old_residential" };
        var area = Assert.Single(Propose(Old("ABCD", except: [1]), new PlanLimits { Projects = [project] }).Areas);

        Assert.Equal([0, 1, 2, 3], area.Parcels);
        Assert.Equal(["J1"], area.Projects);
    }

    private static Plan Propose(LatticeCity city, PlanLimits limits) => city.Propose(SmallAreas with { Limits = limits });

    private static List<int[]> AreasOf(LatticeCity city, PlanLimits limits) =>
        [.. Propose(city, limits).Areas.OrderBy(area => area.Parcels[0]).Select(area => area.Parcels.ToArray())];

    private static LatticeCity Old(string row, int[]? except = null) => Old([row], except ?? [], 2024);

    private static LatticeCity Old(string[] rows, int[] except, int sound)
    {
        var city = new LatticeCity(rows);
        for (var parcel = 0; parcel < city.Land.ParcelCount; parcel++)
        {
            var (x, y) = city.Land.CornerOf(parcel);
            city.With(new LatticeBuilding(x + 1, y + 1, 18, 18) { Year = except.Contains(parcel) ? sound : 1960 });
        }

        return city;
    }
}
