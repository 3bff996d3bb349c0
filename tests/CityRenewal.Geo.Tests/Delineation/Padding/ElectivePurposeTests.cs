using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Tests.Editing;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Padding;

/// <summary>Nothing goes by choice without a purpose: not in a plan, an alternative, nor after an edit that solves again.</summary>
public class ElectivePurposeTests
{
    private static readonly Gen<PoorBlock> Several = PoorBlock.Any.Select(block => block with { Alternatives = 3 });

    [Fact]
    public void Where_nobody_gives_a_purpose_nothing_goes_by_choice() => Several.Sample(
        block => Assert.All((block with { Purpose = "" }).Plans(3), plan => Assert.Empty(ByChoice(plan))), iter: 60, threads: 1);

    [Fact]
    public void Every_plan_in_which_something_goes_by_choice_says_what_for_and_one_alternative_keeps_it_all()
    {
        var chosen = 0;
        Several.Sample(
            block =>
            {
                var plans = block.Plans(3);
                Assert.All(plans.Where(plan => ByChoice(plan).Any()), plan => Assert.Equal("fire lanes", plan.Plan.Options.ElectivePurpose));
                Assert.Contains(plans, plan => !ByChoice(plan).Any());
                chosen += plans.Count(plan => ByChoice(plan).Any());
            },
            iter: 60,
            threads: 1);

        Assert.True(chosen >= 5, $"{chosen} plans demolish by choice: too few to say anything");
    }

    [Fact]
    public void A_session_without_a_purpose_takes_none_from_solving_again_and_takes_one_with_a_decision() => PoorBlock.Any.Sample(
        block =>
        {
            var asked = block with { Purpose = "" };
            var ground = asked.Ground(3);
            var rules = asked.Rules(countsTowers: false);
            var plan = Proposal.Under(rules, ground).Plan;
            if (plan.Areas.Count == 0 || plan.Areas[0].Parcels.Count == 1)
            {
                return;
            }

            var session = EditSession.Open(EditGround.Of(ground, rules), EditStart.From(plan, ground.City));
            session.Do($"remove A001 P{plan.Areas[0].Parcels[^1]:00}");
            try
            {
                session.Do("resolve A001 unit");
            }
            catch (EditException)
            {
                // Nothing left that keeps the limits.
            }

            Assert.Empty(ByChoice(session.ToPlan()));
            if (session.Areas.SelectMany(area => area.Area.Dispositions).FirstOrDefault(proposed => proposed.Demolition == DemolitionKind.None) is { } stays)
            {
                Assert.Contains("purpose", session.Refusal($"set demolish B{stays.Building:00}"), StringComparison.Ordinal);
                session.Do($"set demolish B{stays.Building:00} for school yard");
                Assert.Equal("school yard", session.ToPlan().Plan.Options.ElectivePurpose);
                Assert.Single(ByChoice(session.ToPlan()));
            }
        },
        iter: 60,
        threads: 1);

    private static IEnumerable<BuildingDisposition> ByChoice(JudgedPlan plan) =>
        plan.Plan.Areas.SelectMany(area => area.Dispositions).Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate);
}
