using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Delineation.Alternatives;

/// <summary>Plans that begin from another: A B C in the north, D E F in the south, the four in the west old.</summary>
public class ExistingPlanTests
{
    private static readonly ProposalOptions Small = new() { MinimumArea = 600, MaximumArea = 2_400, Lambda = 0.5, ReferenceYear = 2025, Threads = 1 };

    [Fact]
    public void Without_a_price_on_change_the_best_plan_is_found_whatever_was_before()
    {
        var plan = ProposalTests.OldAndNew().Propose(Small with { From = Before(0, 3) });

        Assert.Equal([0, 1, 3, 4], Assert.Single(plan.Areas).Parcels);
        Assert.Equal(2 * 20 * 20, plan.ChangedLand!.Value, 0);
    }

    [Fact]
    public void A_high_price_on_change_leaves_everything_as_it_was()
    {
        var plan = ProposalTests.OldAndNew().Propose(Small with { From = Before(0, 3) with { ChangePrice = 5 } });

        Assert.Equal([0, 3], Assert.Single(plan.Areas).Parcels);
        Assert.Equal(0, plan.ChangedLand);
        Assert.True(plan.Objective <= plan.Bound + 1e-6);
    }

    [Fact]
    public void The_objective_pays_for_the_land_that_changed_sides()
    {
        var plan = ProposalTests.OldAndNew().Propose(Small with { From = Before(0, 3) with { ChangePrice = 0.05 } });

        Assert.Equal([0, 1, 3, 4], Assert.Single(plan.Areas).Parcels);
        Assert.Equal(
            plan.Areas.Sum(area => area.Benefit - (Small.Lambda * area.Perimeter)) - (0.05 * plan.ChangedLand!.Value), plan.Objective, 6);
        Assert.True(plan.Objective <= plan.Bound + 1e-6);
    }

    [Fact]
    public void A_kept_area_stays_as_it_is_and_others_are_found_around_it()
    {
        var plan = ProposalTests.OldAndNew().Propose(Small with { MinimumArea = 300, From = new([new ExistingArea("A001", Ids(2, 5)) { IsKept = true }]) });

        Assert.Contains(plan.Areas, area => area.Parcels.SequenceEqual([2, 5]));
        Assert.Contains(plan.Areas, area => area.Parcels.SequenceEqual([0, 1, 3, 4]));
    }

    [Fact]
    public void What_a_plan_has_that_the_city_has_not_is_told_before_any_work()
    {
        var from = new ExistingPlan([new ExistingArea("A001", ["nowhere", .. Ids(0)]), new ExistingArea("A002", Ids(0)) { IsKept = true }]) { ChangePrice = -1 };
        var problems = Assert.Throws<ProposalOptionsException>(
            () => ProposalTests.OldAndNew().Propose(Small with { From = from, Alternatives = 0 })).Problems;

        Assert.Equal(["change_price", "alternatives", "from", "from"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.NotEmpty(problem.Remedy));
    }

    [Fact]
    public void An_area_that_cannot_stay_as_it_is_is_told_before_the_search()
    {
        var city = ProposalTests.OldAndNew().WithLock(0, ParcelLock.Out);
        var problem = Assert.Single(Assert.Throws<ProposalOptionsException>(
            () => city.Propose(Small with { From = new([new ExistingArea("A001", Ids(0, 3)) { IsKept = true }]) })).Problems);

        Assert.Equal(("keep", "A001"), (problem.Field, problem.Value));
    }

    private static ExistingPlan Before(params int[] parcels) => new([new ExistingArea("A001", Ids(parcels))]);

    private static string[] Ids(params int[] parcels)
    {
        var ids = ProposalTests.OldAndNew().ToCity().Parcels.Ids;
        return [.. parcels.Select(parcel => ids[parcel])];
    }
}
