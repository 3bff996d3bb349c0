using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation.Floors;

/// <summary>Whole plans in which floor area that goes, or is newly built, has a worth.</summary>
public class FloorWorthPlanTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5, ElectivePurpose = "dangerous housing" };
    private static readonly ProposalOptions WithWorths = new()
    {
        ReferenceYear = 2025, Threads = 2, ElectivePurpose = "fire lane", DemolitionWorth = 0.5, NewFloorAreaWorth = 0.25,
    };

    private static readonly Lazy<CityWork> Town = new(() => new CityWork(
        CityAssembly.From(SampleCity.Of(new SampleOptions(1_000, 7)), new AssemblyOptions { BaselineYear = 2025 }).City));

    // Dangerous houses on A and B, a sound block on D: its land costs a little more than it gives, and a fifth of its floor area is
    // below the need that gives room. On C stands an old house that may go, in need, whose land alone does not pay for its outline.
    [Fact]
    public void A_boundary_takes_in_land_for_what_may_go_there_and_the_objective_counts_what_really_goes()
    {
        var without = Row().Propose(SmallAreas);
        var with = Row().Propose(SmallAreas with { DemolitionWorth = 3, ElectiveDemolitionLimit = 0.5 });

        Assert.True(with.Areas.Sum(area => area.Parcels.Count) > without.Areas.Sum(area => area.Parcels.Count));
        Assert.True(Goes(with) > 0);
        Assert.Equal(Counted(with), with.Objective, 6);
        Assert.True(with.IsBoundProven && with.Objective <= with.Bound + 1e-6);
    }

    [Fact]
    public void The_objective_of_the_sample_city_is_counted_from_outlines_and_from_what_is_proposed_and_its_bound_is_proven()
    {
        var plan = Town.Value.Propose(WithWorths, null, SearchRun.Whole, null, default).First.Plan;

        Assert.True(Goes(plan) > 0);
        Assert.Equal(Counted(plan), plan.Objective, 6);
        Assert.True(plan.IsBoundProven);
        Assert.InRange(plan.Objective, 0, plan.Bound + 1e-6);
        Assert.Contains(plan.Notes, note => note.Code == "floor_worth");
    }

    [Fact]
    public void More_goes_where_that_is_worth_more_and_never_beyond_its_share()
    {
        var plan = Town.Value.Propose(WithWorths with { NewFloorAreaWorth = 0, DemolitionWorth = 2 }, null, SearchRun.Whole, null, default).First.Plan;
        var before = Town.Value.Propose(WithWorths with { NewFloorAreaWorth = 0, DemolitionWorth = 0 }, null, SearchRun.Whole, null, default).First.Plan;

        Assert.True(Goes(plan) > Goes(before));
        Assert.DoesNotContain(plan.Notes, note => note.Code == "area_withheld");
        Assert.True(plan.Bound > before.Bound);
    }

    [Fact]
    public void The_plan_with_the_least_demolition_is_among_the_alternatives_and_drawn_and_bounded_without_that_worth()
    {
        var plans = Town.Value.Propose(WithWorths with { Alternatives = 3 }, null, SearchRun.Whole, null, default).Found.Alternatives;
        var least = Assert.Single(plans, plan => plan.IsLeastDemolition);

        Assert.Contains(plans, plan => plan.ElectiveDemolition > 0);
        Assert.Equal(0, least.ElectiveDemolition);
        Assert.False(least.Judged.Plan.Options.HasFloorWorth);
        Assert.True(least.Judged.Plan.IsBoundProven && least.Judged.Plan.Objective <= least.Judged.Plan.Bound + 1e-6);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        string Described(int threads) => string.Join('|', Town.Value.Propose(WithWorths with { Threads = threads }, null, SearchRun.Whole, null, default).First.Plan.Areas
            .Select(area => $"{string.Join(',', area.Parcels)}:{string.Join(',', area.Dispositions.Select(proposed => proposed.Demolition))}"));

        Assert.Equal(Described(1), Described(4));
    }

    [Theory]
    [InlineData("", 0.2, "Without a purpose")]
    [InlineData("fire lane", 0, "With a limit of 0")]
    public void A_worth_that_can_have_no_effect_is_refused(string purpose, double limit, string message)
    {
        var problems = ProposalOptionChecks.Check(new ProposalOptions
        {
            ElectivePurpose = purpose, ElectiveDemolitionLimit = limit, DemolitionWorth = 1, NewFloorAreaWorth = 2, Lambda = -1,
        });

        Assert.Equal(["lambda", "demolition_worth", "new_floor_area_worth"], problems.Select(problem => problem.Field));
        Assert.All(problems.Skip(1), problem => Assert.StartsWith(message, problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_001)]
    [InlineData(double.NaN)]
    public void A_worth_that_is_no_price_is_refused(double worth) => Assert.Contains(
        ProposalOptionChecks.Check(new ProposalOptions { ElectivePurpose = "fire lane", DemolitionWorth = worth }),
        problem => problem.Field == "demolition_worth");

    [Fact]
    public void A_worth_is_refused_where_nobody_knows_what_is_protected()
    {
        var city = new LatticeCity("ABCD").ToCity();
        var problems = ProposalOptionChecks.CheckIn(city, SmallAreas with { DemolitionWorth = 1 });

        Assert.Equal("demolition_worth", Assert.Single(problems).Field);
    }

    private static LatticeCity Row()
    {
        var city = new LatticeCity("ABCDE");
        void House(int parcel, int year, DangerGrade danger) =>
            city.With(new LatticeBuilding((20 * parcel) + 2, 2, 12, 12) { Year = year, Danger = danger });
        House(0, 1950, DangerGrade.D);
        House(1, 1950, DangerGrade.D);
        House(2, 1950, DangerGrade.D);
        House(3, 1990, DangerGrade.B);
        House(4, 1990, DangerGrade.B);
        return city.With(LayerNames.HistoricZones, "core", 900, 0, 10, 10).WithProtected("nothing here");
    }

    private static double Goes(Plan plan) => plan.Areas.SelectMany(area => area.Dispositions)
        .Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate).Sum(proposed => proposed.DemolishedFloorArea);

    private static double Counted(Plan plan) => plan.Areas.Sum(area => area.Benefit - (plan.Options.Lambda * area.Perimeter))
        + (plan.Options.DemolitionWorth * Goes(plan)) + (plan.Options.NewFloorAreaWorth * plan.Areas.Sum(area => area.NewFloorArea ?? 0));
}
