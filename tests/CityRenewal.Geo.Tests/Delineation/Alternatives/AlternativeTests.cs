using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation.Alternatives;

/// <summary>Five alternatives of the sample city, all stages real.</summary>
public class AlternativeTests
{
    private static readonly ProposalOptions Five = new() { Alternatives = 5, ReferenceYear = 2025, Threads = 1 };
    private static readonly Lazy<CityWork> Town = new(() => new CityWork(
        CityAssembly.From(SampleCity.Of(new SampleOptions(1_000, 7)), new AssemblyOptions { BaselineYear = 2025 }).City));

    private static readonly Lazy<MeasuredAlternatives> Found = new(() => Proposed(Five));

    [Fact]
    public void They_are_ranked_by_what_they_are_worth_at_the_price_asked_for()
    {
        var plans = Found.Value.Found.Alternatives;

        Assert.InRange(plans.Count, 3, 5);
        Assert.Equal(Enumerable.Range(1, plans.Count), plans.Select(plan => plan.Rank));
        Assert.Equal(plans.OrderByDescending(plan => plan.ObjectiveAtRequest), plans);
        Assert.True(plans.Select(plan => plan.Judged.Plan.Options.Lambda).Distinct().Count() > 1);
    }

    [Fact]
    public void Any_two_differ_by_as_much_land_as_is_asked_for()
    {
        var work = Town.Value;
        var areas = NetAreas.Of(work.Fabric());
        var plans = Found.Value.Plans.Select(plan => plan.Plan.Areas.SelectMany(area => area.Parcels).ToList()).ToList();
        Assert.All(
            from one in Enumerable.Range(0, plans.Count) from other in Enumerable.Range(0, one) select (one, other),
            pair => Assert.True(LandDifference.Of(plans[pair.one], plans[pair.other], areas) >= Five.LeastDifference));
    }

    [Fact]
    public void Each_is_below_its_own_bound_and_below_the_front()
    {
        var found = Found.Value.Found;

        Assert.Equal(5, found.Front.Lines.Count);
        Assert.All(found.Alternatives, plan => Assert.True(plan.Judged.Plan.Objective <= plan.Judged.Plan.Bound + 1e-6));
        Assert.All(found.Alternatives, plan => Assert.True(plan.NetBenefit <= found.Front.MostBenefit(plan.Perimeter) + 1e-6));
        Assert.All(found.Alternatives, plan => Assert.Equal(
            found.Front.MostBenefit(plan.Perimeter) - plan.NetBenefit, plan.DistanceToFront, 6));
    }

    [Fact]
    public void The_one_with_the_least_demolition_is_named() =>
        Assert.Single(Found.Value.Found.Alternatives, plan => plan.IsLeastDemolition);

    [Fact]
    public void Where_demolition_by_choice_has_a_purpose_one_alternative_has_none()
    {
        var plans = Proposed(Five with { ElectivePurpose = "fire lane" }).Found.Alternatives;

        Assert.True(plans[0].ElectiveDemolition > 0);
        Assert.Equal(0, Assert.Single(plans, plan => plan.IsLeastDemolition).ElectiveDemolition);
        Assert.InRange(plans.Count, 2, 5);
    }

    [Fact]
    public void They_are_the_same_for_any_number_of_threads() =>
        Assert.Equal(Described(Found.Value), Described(Proposed(Five with { Threads = 4 })));

    [Fact]
    public void A_sweep_that_is_cut_short_is_repeated_by_its_work()
    {
        using var stop = new CancellationTokenSource();
        var cut = Proposed(Five, new SearchRun { Stop = stop.Token }, new Stopper(stop, "alternatives: λ 5.2: unit 3 "));
        Assert.True(SearchWork.TryParse(cut.First.Plan.Work, out var work));
        var again = Proposed(Five, new SearchRun { Work = work });

        Assert.True(cut.IsCutShort);
        Assert.NotEmpty(cut.First.Plan.Areas);
        Assert.Equal(Described(cut), Described(again));
    }

    [Fact]
    public void The_same_plan_is_found_again_by_its_work()
    {
        var once = Proposed(Five with { Alternatives = 1 }, new SearchRun { Work = new SearchWork(20) });
        Assert.True(SearchWork.TryParse(once.First.Plan.Work, out var work));

        Assert.Equal(Described(once), Described(Proposed(Five with { Alternatives = 1, Threads = 3 }, new SearchRun { Work = work })));
    }

    [Fact]
    public void A_search_that_is_ended_before_it_found_anything_tells_no_conflict()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var plan = Proposed(Five with { Alternatives = 1 }, new SearchRun { Stop = stop.Token }).First.Plan;

        Assert.True(plan.IsCutShort);
        Assert.Empty(plan.Areas);
        Assert.Null(plan.Conflict);
        Assert.True(plan.Bound > 0 && plan.IsBoundProven);
    }

    private static MeasuredAlternatives Proposed(ProposalOptions options, SearchRun? run = null, IProgress<WorkProgress>? progress = null) =>
        Town.Value.Propose(options, null, run ?? SearchRun.Whole, progress, default);

    private static string Described(MeasuredAlternatives found) => string.Join('\n', found.Found.Alternatives.Select(plan =>
        $"{plan.Rank} {plan.ObjectiveAtRequest:R} {plan.Judged.Plan.Objective:R} {plan.Judged.Plan.Bound:R} {plan.Difference:R} {plan.Judged.Plan.Work} {plan.Judged.Plan.IsCutShort} "
        + string.Join(';', plan.Judged.Plan.Areas.Select(area => string.Join(',', area.Parcels)))))
        + string.Join(' ', found.Found.Front.Lines);

    private sealed class Stopper(CancellationTokenSource stop, string at) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Stage.StartsWith(at, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }
    }
}
