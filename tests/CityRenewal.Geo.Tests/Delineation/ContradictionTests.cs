using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>What a request contradicts itself in, or the land contradicts, is refused before any search: all of it, by field.</summary>
public class ContradictionTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5 };

    [Fact]
    public void Parcels_that_a_chain_of_lists_links_cannot_be_kept_apart() =>
        Assert.Equal(
            ["limits.cannot_link[0].parcels"],
            Refused(Row("ABCDE"), new PlanLimits
            {
                MustLink = [["P00", "P01"], ["P01", "P02"]], KeepWhole = [new WholeGroup { Parcels = ["P02", "P03"] }],
                CannotLink = [new ApartGroup(["P00", "P03"])],
            }));

    [Fact]
    public void Keeping_apart_at_a_price_contradicts_nothing() =>
        Assert.Empty(Refused(Row("ABCDE"), new PlanLimits { MustLink = [["P00", "P01"]], CannotLink = [new ApartGroup(["P00", "P01"], 5)] }));

    [Fact]
    public void A_locked_in_parcel_cannot_belong_together_with_one_that_is_locked_out() =>
        Assert.Equal(
            ["limits.must_link[0].parcels"],
            Refused(Row("ABCDE").WithLock(0, ParcelLock.In).WithLock(1, ParcelLock.Out), new PlanLimits { MustLink = [["P00", "P01"]] }).Distinct());

    // The unit line runs between B and C.
    [Fact]
    public void Parcels_of_two_units_cannot_be_linked_where_areas_do_not_cross_units()
    {
        LatticeCity City() => Row("ABCD").With(LayerNames.PlanningUnits, "", 0, 0, 40, 20);
        var linked = new PlanLimits { MustLink = [["P01", "P02"]] };

        Assert.Equal(["limits.must_link[0].parcels"], Refused(City(), linked));
        Assert.Empty(Refused(City(), linked with { UncrossedDivisions = [] }));
    }

    // A railway runs between B and C.
    [Fact]
    public void Parcels_with_a_barrier_between_cannot_be_linked_unless_it_may_be_crossed()
    {
        LatticeCity City() => Row("ABCD").WithRailway(40, -50, 40, 70);
        var linked = new PlanLimits { MustLink = [["P01", "P02"]] };

        Assert.Equal(["limits.must_link[0].parcels"], Refused(City(), linked));
        Assert.Empty(Refused(City(), linked with { Crossings = [new CrossingPrice("railway", 1)] }));
    }

    [Fact]
    public void Parcels_that_no_land_leads_between_cannot_be_linked() =>
        Assert.Equal(["limits.must_link[0].parcels"], Refused(Row("AB..CD"), new PlanLimits { MustLink = [["P00", "P03"]] }));

    [Fact]
    public void A_group_larger_than_the_largest_area_cannot_be_linked() =>
        Assert.Equal(
            ["limits.must_link[0].parcels"],
            Refused(Row("ABCD"), new PlanLimits { MustLink = [["P00", "P01", "P02"]] }, SmallAreas with { MaximumArea = 1_199 }));

    [Fact]
    public void A_group_with_a_parcel_that_is_locked_out_is_refused_only_where_it_must_be_in_an_area()
    {
        LatticeCity City() => Row("ABCD").WithLock(1, ParcelLock.Out);
        var group = new WholeGroup { Parcels = ["P01", "P02"] };

        Assert.Empty(Refused(City(), new PlanLimits { KeepWhole = [group] }));
        Assert.Contains("limits.keep_whole[0].parcels", Refused(City(), new PlanLimits { KeepWhole = [group with { IsObligatory = true }] }));
    }

    [Fact]
    public void Fewer_areas_than_the_fewest_fit_on_the_land() =>
        Assert.Equal(["limits.fewest_areas"], Refused(Row("ABCDE"), new PlanLimits { FewestAreas = new PricedLimit(3) }));

    [Fact]
    public void Numbers_that_contradict_each_other_are_told_together_with_foreign_ids() =>
        Assert.Equal(
            ["limits.fewest_areas", "limits.land_budget_m2", "limits.cost_budget", "limits.must_link[0].parcels[1]", "limits.projects[0].parcels[0]"],
            Refused(Row("ABCDE"), new PlanLimits
            {
                FewestAreas = new PricedLimit(3), MostAreas = new PricedLimit(2), LandBudget = new PricedLimit(2_000),
                CostBudget = new PricedLimit(1), MustLink = [["P00", "nobody"]], Projects = [new ProjectRequest { Id = "J", Parcels = ["no one"] }],
            }));

    [Fact]
    public void What_is_locked_in_must_fit_the_budget_of_land() =>
        Assert.Equal(
            ["limits.land_budget_m2"],
            Refused(Row("ABCD"), new PlanLimits { LandBudget = new PricedLimit(1_199) }, SmallAreas with { LockedIn = ["P00", "P01", "P02"] }));

    [Fact]
    public void Locked_parcels_that_cannot_be_in_one_area_must_keep_the_distance() =>
        Assert.Equal(
            ["limits.spacing_m"],
            Refused(Row("AB..CD"), new PlanLimits { Spacing = new PricedLimit(41) }, SmallAreas with { LockedIn = ["P01", "P02"] }));

    [Fact]
    public void More_pieces_of_land_are_locked_in_than_areas_are_allowed() =>
        Assert.Equal(
            ["limits.most_areas"],
            Refused(Row("AB..CD"), new PlanLimits { MostAreas = new PricedLimit(1) }, SmallAreas with { LockedIn = ["P01", "P02"] }));

    [Fact]
    public void A_parcel_that_no_area_can_hold_cannot_be_locked_in_by_a_request() =>
        Assert.Equal(
            ["locked_in[0]"],
            Refused(Row("ABCD").With(LayerNames.Udb, "concentrated", -10, -10, 55, 60), PlanLimits.None, SmallAreas with { LockedIn = ["P03"] }));

    [Fact]
    public void Projects_do_not_overlap() =>
        Assert.Equal(
            ["limits.projects[1].parcels[0]"],
            Refused(Row("ABCD"), new PlanLimits
            {
                Projects = [new ProjectRequest { Id = "J1", Parcels = ["P00", "P01"] }, new ProjectRequest { Id = "J2", Parcels = ["P01"] }],
            }));

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_price_is_a_number_from_0(double price) =>
        Assert.Equal(
            ["limits.minimum_area_price", "limits.spacing_m.price", "limits.crossings[0].price", "limits.keep_whole[0].price"],
            Refused(Row("ABCD"), new PlanLimits
            {
                MinimumAreaPrice = price, Spacing = new PricedLimit(5, price), Crossings = [new CrossingPrice("river", price)],
                KeepWhole = [new WholeGroup { Parcels = ["P00", "P01"], Price = price }],
            }));

    [Fact]
    public void Words_that_the_city_does_not_have_are_told() =>
        Assert.Equal(
            ["limits.keep_whole[0].division", "limits.uncrossed_divisions[0]", "limits.crossings[0].kind"],
            Refused(Row("ABCD"), new PlanLimits
            {
                KeepWhole = [new WholeGroup { Division = "parish" }], UncrossedDivisions = ["borough"], Crossings = [new CrossingPrice("wall", 1)],
            }));

    private static List<string> Refused(LatticeCity city, PlanLimits limits, ProposalOptions? options = null)
    {
        try
        {
            city.Propose((options ?? SmallAreas) with { Limits = limits });
            return [];
        }
        catch (ProposalOptionsException refusal)
        {
            Assert.All(refusal.Problems, problem => Assert.True(problem.Message.Length > 0 && problem.Remedy.Length > 0));
            return [.. refusal.Problems.Select(problem => problem.Field)];
        }
    }

    private static LatticeCity Row(string row)
    {
        var city = new LatticeCity(row);
        for (var parcel = 0; parcel < city.Land.ParcelCount; parcel++)
        {
            var (x, y) = city.Land.CornerOf(parcel);
            city.With(new LatticeBuilding(x + 1, y + 1, 18, 18) { Year = 1960 });
        }

        return city;
    }
}
