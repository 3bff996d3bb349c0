using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Floors;

/// <summary>What goes in one area, against all subsets of what may go.</summary>
public class FloorChoiceTests
{
    private const long Metre = 1_000_000;

    private static readonly Gen<FloorCandidate> AnyCandidate =
        from area in Gen.Long[1, 400]
        from more in Gen.Long[0, 30]
        from allows in Gen.Long[0, 500]
        from hides in Gen.Int[0, 9]
        select new FloorCandidate(0, area * Metre, (area + more) * Metre, allows * Metre, 0, hides == 0);

    [Fact]
    public void The_choice_is_the_best_of_all_subsets_and_its_bound_says_so() =>
        Gen.Select(AnyCandidate.Array[0, 10], Gen.Long[0, 900], Gen.Long[0, 900], Gen.Int[0, 4], Gen.Int[0, 4]).Sample(
            (drawn, room, capacity, goes, built) =>
            {
                var candidates = Numbered(drawn);
                var allowed = new FloorAllowance(room * Metre, capacity * Metre, false);
                var prices = FloorPrices.Of(0.5 * goes, 0.5 * built);
                var chosen = FloorChoice.Of(candidates, allowed, prices);

                Assert.Equal(BestOfAll(candidates, allowed, prices), chosen.Worth);
                Assert.Equal(chosen.Worth, chosen.Bound);
                Assert.Equal(chosen.Worth, WorthOf(candidates, chosen.Buildings, allowed, prices));
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void In_order_no_choice_is_above_the_bound_that_is_told() =>
        Gen.Select(AnyCandidate.Array[0, 10], Gen.Long[0, 900], Gen.Long[0, 900], Gen.Int[0, 4], Gen.Int[0, 4]).Sample(
            (drawn, room, capacity, goes, built) =>
            {
                var candidates = Numbered(drawn);
                var allowed = new FloorAllowance(room * Metre, capacity * Metre, false);
                var prices = FloorPrices.Of(0.5 * goes, 0.5 * built);
                var chosen = FloorChoice.Of(candidates, allowed, prices, mostExact: 0);

                Assert.Equal(chosen.Worth, WorthOf(candidates, chosen.Buildings, allowed, prices));
                Assert.InRange(BestOfAll(candidates, allowed, prices), chosen.Worth, chosen.Bound);
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void A_hundred_candidates_are_taken_in_their_order_with_a_small_gap()
    {
        var random = new Random(3);
        var candidates = Numbered([.. Enumerable.Range(0, 140).Select(_ => random.Next(80, 900) * Metre).Select(area => new FloorCandidate(0, area, area, area, 0, false))]);
        var chosen = FloorChoice.Of(candidates, new FloorAllowance(12_000 * Metre, 0, false), FloorPrices.Of(1, 0));

        Assert.True(chosen.Worth < chosen.Bound);
        Assert.InRange((double)chosen.Worth / chosen.Bound, 0.99, 1);
        Assert.Contains(0, chosen.Buildings);
    }

    // Ninety buildings of any size: every way is looked at, and half a million of them would do.
    [Fact]
    public void Ninety_candidates_are_chosen_exactly()
    {
        var random = new Random(5);
        var candidates = Numbered([.. Enumerable.Range(0, 90).Select(_ => random.Next(80, 900) * Metre).Select(area => new FloorCandidate(0, area, area, area, 0, false))]);
        var chosen = FloorChoice.Of(candidates, new FloorAllowance(9_000 * Metre, 0, false), FloorPrices.Of(1, 0));

        Assert.Equal(chosen.Bound, chosen.Worth);
        Assert.Equal(9_000 * Metre, chosen.Worth);
    }

    // Floor areas to the millionth: no two ways are alike, and only those are kept that no other comes near to.
    [Fact]
    public void Ninety_candidates_of_odd_sizes_are_chosen_within_half_a_percent_of_a_bound_that_is_told()
    {
        var random = new Random(7);
        var candidates = Numbered([.. Enumerable.Range(0, 90).Select(_ => random.NextInt64(80 * Metre, 900 * Metre))
            .Select(area => new FloorCandidate(0, area, area + random.NextInt64(area / 5), 2 * area, 0, false))]);
        var chosen = FloorChoice.Of(candidates, new FloorAllowance(9_000 * Metre, 11_000 * Metre, false), FloorPrices.Of(1, 0.25));

        Assert.InRange((double)chosen.Worth / chosen.Bound, 0.995, 1);
        Assert.Equal(chosen.Worth, WorthOf(candidates, chosen.Buildings, new FloorAllowance(0, 11_000 * Metre, false), FloorPrices.Of(1, 0.25)));
    }

    // Once looked for without end: ways that only differ in what they allow were never given up.
    [Fact]
    public void Ninety_candidates_whose_new_floor_area_alone_is_worth_something_come_to_an_end()
    {
        var random = new Random(11);
        var candidates = Numbered([.. Enumerable.Range(0, 90).Select(_ => random.NextInt64(80 * Metre, 900 * Metre))
            .Select(area => new FloorCandidate(0, area, area, random.NextInt64(2 * area), 0, false))]);
        var chosen = FloorChoice.Of(candidates, new FloorAllowance(9_000 * Metre, 40_000 * Metre, false), FloorPrices.Of(0, 0.5));

        Assert.InRange((double)chosen.Worth / chosen.Bound, 0.99, 1);
    }

    [Fact]
    public void Of_buildings_that_are_worth_the_same_the_worst_go()
    {
        var candidates = Numbered([.. Enumerable.Repeat(new FloorCandidate(0, 100 * Metre, 100 * Metre, 0, 0, false), 6)]);

        Assert.Equal([0, 1], FloorChoice.Of(candidates, new FloorAllowance(250 * Metre, 0, false), FloorPrices.Of(1, 0)).Buildings);
    }

    // Keep comes before demolish: where only new floor area is worth something, no more goes than lets it be built.
    [Fact]
    public void No_more_goes_than_is_worth_it()
    {
        var candidates = Numbered([.. Enumerable.Repeat(new FloorCandidate(0, 100 * Metre, 100 * Metre, 200 * Metre, 0, false), 6)]);
        var allowed = new FloorAllowance(600 * Metre, 300 * Metre, false);

        Assert.Equal([0, 1], FloorChoice.Of(candidates, allowed, FloorPrices.Of(0, 1)).Buildings);
        Assert.Equal([0, 1], FloorChoice.Of(candidates, allowed, FloorPrices.Of(0, 1), mostExact: 0).Buildings);
    }

    [Fact]
    public void A_building_in_whose_place_nobody_knows_what_may_be_built_goes_only_where_it_outweighs_all_that_is_new()
    {
        var hides = new FloorCandidate(0, 200 * Metre, 200 * Metre, 0, 0, true);
        var open = new FloorCandidate(1, 100 * Metre, 100 * Metre, 100 * Metre, 1, false);
        var allowed = new FloorAllowance(300 * Metre, 500 * Metre, false);

        Assert.Equal([1], FloorChoice.Of([hides, open], allowed, FloorPrices.Of(1, 3)).Buildings);
        Assert.Equal([0, 1], FloorChoice.Of([hides, open], allowed, FloorPrices.Of(1, 1)).Buildings);
    }

    private static List<FloorCandidate> Numbered(FloorCandidate[] drawn) => [.. drawn.Select((one, at) => one with { Building = at, Rank = at })];

    private static long BestOfAll(List<FloorCandidate> candidates, FloorAllowance allowed, FloorPrices prices) =>
        Enumerable.Range(0, 1 << candidates.Count)
            .Select(set => Enumerable.Range(0, candidates.Count).Where(at => (set >> at & 1) == 1).ToList())
            .Where(set => set.Sum(at => candidates[at].Size) <= allowed.Room)
            .Max(set => WorthOf(candidates, set, allowed, prices));

    private static long WorthOf(List<FloorCandidate> candidates, IReadOnlyList<int> set, FloorAllowance allowed, FloorPrices prices)
    {
        var built = set.Any(at => candidates[at].HidesNew) ? 0 : Math.Min(allowed.Capacity, set.Sum(at => candidates[at].Allows));
        return set.Sum(at => prices.WorthOf(candidates[at].Area)) + prices.WorthOfNew(built);
    }
}
