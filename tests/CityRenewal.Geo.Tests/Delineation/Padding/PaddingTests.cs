using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Tests.Editing;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Padding;

/// <summary>
/// A sound tower beside a poor block is not annexed because its floor area would buy demolition: whatever its height, what is
/// proposed is the same, in plans, alternatives, edits that solve again, and drawn plans.
/// </summary>
public class PaddingTests
{
    private const int Low = 1;
    private const int High = 60;

    [Fact]
    public void A_tower_has_less_need_than_counts_and_every_other_house_more() => PoorBlock.Any.Sample(
        block =>
        {
            var need = block.Plans(High)[0].Need.Scores.ToArray();
            Assert.All(block.Kinds.Zip(need), pair => Assert.Equal(pair.First != PoorBlock.Kind.Tower, pair.Second >= PoorBlock.PaddingNeed));
        },
        iter: 20,
        threads: 1);

    [Fact]
    public void How_high_a_tower_is_changes_no_area_and_no_demolition() => PoorBlock.Any.Sample(
        block => Assert.Equal(Described(block.Plans(Low)), Described(block.Plans(High))), iter: 120, threads: 1);

    [Fact]
    public void How_high_a_tower_is_changes_no_alternative() => PoorBlock.Any.Sample(
        block => Assert.Equal(
            Described((block with { Alternatives = 3 }).Plans(Low)), Described((block with { Alternatives = 3 }).Plans(High))),
        iter: 60,
        threads: 1);

    // Counted from the drawing alone.
    [Fact]
    public void What_goes_stays_within_its_share_of_the_floor_area_that_is_no_towers()
    {
        var (binding, chosen) = (0, 0);
        PoorBlock.Any.Sample(
            block =>
            {
                foreach (var area in (block with { Alternatives = 2 }).Plans(High).SelectMany(plan => plan.Plan.Areas))
                {
                    var stands = area.Parcels.Sum(block.FloorArea);
                    var must = area.Parcels.Where(parcel => block.Kinds[parcel] == PoorBlock.Kind.Condemned).Sum(block.FloorArea);
                    var may = area.Dispositions.Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate)
                        .Sum(proposed => proposed.DemolishedFloorArea);
                    Assert.True(must <= (block.Limit * stands) + 1e-6, $"{must} of {stands} must go");
                    Assert.True(may <= (block.Limit * (stands - must)) + 1e-6, $"{may} of {stands - must} go by choice");
                    binding += must > 0 ? 1 : 0;
                    chosen += may > 0 ? 1 : 0;
                }
            },
            iter: 100,
            threads: 1);

        Assert.True(binding >= 10 && chosen >= 5, $"{binding} areas with what must go, {chosen} with what goes by choice: too few to say anything");
    }

    // The same blocks under a rule that counts every floor: there a high tower does change what is proposed.
    [Fact]
    public void A_rule_that_counts_every_floor_would_annex_towers_so_these_tests_can_fail()
    {
        int changed = 0, annexed = 0;
        PoorBlock.Any.Sample(
            block =>
            {
                var (low, high) = (block.Plans(Low, countsTowers: true), block.Plans(High, countsTowers: true));
                changed += Described(low) == Described(high) ? 0 : 1;
                annexed += TowersIn(block, high) > TowersIn(block, low) ? 1 : 0;
            },
            iter: 100,
            threads: 1);

        Assert.True(changed >= 10 && annexed >= 3, $"{changed} changed, {annexed} annexed a tower");
    }

    [Fact]
    public void A_tower_that_is_locked_in_is_in_and_buys_nothing() => PoorBlock.Any.Sample(
        block =>
        {
            var tower = Array.IndexOf(block.Kinds, PoorBlock.Kind.Tower);
            var options = block.Options with { LockedIn = [$"P{tower:00}"] };
            var (low, high) = (Locked(Low), Locked(High));
            Assert.Equal(Described([low]), Described([high]));

            JudgedPlan Locked(int storeys) => Proposal.Under(block.Rules(countsTowers: false), block.Ground(storeys).With(options));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Where_surroundings_are_solved_again_the_height_of_a_tower_changes_nothing() => PoorBlock.Any.Sample(
        block => Assert.Equal(ResolvedAt(block, Low), ResolvedAt(block, High)), iter: 60, threads: 1);

    [Fact]
    public void Plans_that_are_drawn_do_not_depend_on_the_height_of_a_tower() => PoorBlock.Any.Sample(
        block =>
        {
            Assert.Equal(Frequency(Low), Frequency(High));

            IReadOnlyList<double>? Frequency(int storeys) => EnsembleDrawing.Of(
                block.Rules(countsTowers: false), block.Ground(storeys), new EnsembleOptions { Plans = 40, Chains = 2, Apart = 5 }, null)?.Frequency;
        },
        iter: 20,
        threads: 1);

    private static int TowersIn(PoorBlock block, IReadOnlyList<JudgedPlan> plans) =>
        plans.SelectMany(plan => plan.Plan.Areas).SelectMany(area => area.Parcels).Count(parcel => block.Kinds[parcel] == PoorBlock.Kind.Tower);

    private static string ResolvedAt(PoorBlock block, int storeys)
    {
        var ground = block.Ground(storeys);
        var rules = block.Rules(countsTowers: false);
        var plan = Proposal.Under(rules, ground);
        var session = EditSession.Open(EditGround.Of(ground, rules), EditStart.From(plan.Plan, ground.City));
        foreach (var area in plan.Plan.Areas.Where(area => area.Parcels.Count > 1))
        {
            session.Do($"remove {area.Id} P{area.Parcels[^1]:00}");
            try
            {
                session.Do($"resolve {area.Id} unit");
            }
            catch (EditException)
            {
                // Nothing that keeps the limits is worth anything any more; that too must not depend on the tower.
            }
        }

        return Described([session.ToPlan()]);
    }

    private static string Described(IEnumerable<JudgedPlan> plans) => string.Join('\n', plans.Select(plan => string.Join('|', plan.Plan.Areas.Select(area =>
        $"{string.Join(',', area.Parcels)} {string.Join(',', area.Dispositions.Select(proposed => $"{proposed.Building}:{proposed.Disposition}:{proposed.Demolition}"))}"))));
}
