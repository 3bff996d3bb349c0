using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>What the search claims, looked at from outside in the midst of it and at its end, on units of a sample city.</summary>
public class UnitSearchProofTests
{
    private static readonly Lazy<SampleUnits> City = new(() => new SampleUnits(1_000, 7));

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void At_every_checkpoint_sums_are_exact_pieces_hold_together_and_the_best_stays_under_the_bound(double lambda)
    {
        foreach (var land in City.Value.At(lambda))
        {
            var cut = new UnitCut();
            cut.Solve(land, subsidy: 0, default);
            var state = new UnitStart(land, UnitSearchOptions.Default).Place(cut, default);
            var annealing = new Annealing(state);
            var random = new SearchRandom(1);
            long best = 0;
            for (var checkpoint = 0; checkpoint < 40; checkpoint++)
            {
                annealing.Run(1, 40 * Annealing.Stretch, Annealing.Stretch, ref random, default);
                Verify(state);
                Assert.True(state.Best >= best || state.BestBroken > 0);
                Assert.True(state.Best / state.Judge.Scale.PerSquareMetre <= cut.Bound + 1e-6);
                best = state.Best;
            }
        }
    }

    // At 800 proposals a parcel. At the default of 200, six of these nine are within half a percent, the others 0.6, 0.9 and
    // 5.6 % off: small units with several areas of which two should be one.
    [Theory]
    [InlineData(7, 0.5)]
    [InlineData(7, 1.5)]
    [InlineData(7, 3)]
    [InlineData(11, 0.5)]
    [InlineData(11, 1.5)]
    [InlineData(11, 3)]
    [InlineData(23, 0.5)]
    [InlineData(23, 1.5)]
    [InlineData(23, 3)]
    public void With_four_times_the_work_what_is_found_is_within_half_a_percent_of_the_best_known(int seed, double lambda)
    {
        double found = 0, best = 0;
        var told = "";
        foreach (var land in new SampleUnits(1_000, seed).At(lambda))
        {
            var cut = new UnitCut();
            var once = UnitSearch.Of(land, cut, new UnitSearchOptions { WorkPerParcel = 800 }, default).Value;
            found += once;
            var most = Enumerable.Range(0, 8).Max(restart =>
                Math.Max(once, UnitSearch.Of(land, cut, new UnitSearchOptions { Restart = restart, WorkPerParcel = 2_000 }, default).Value));
            best += most;
            told += $"{land.ParcelCount}: {once:0} of {most:0}; ";
        }

        Assert.True(found >= 0.995 * best, told);
    }

    [Fact]
    public void A_search_that_is_ended_early_is_whole_and_its_work_repeats_it()
    {
        var land = City.Value.At(3).MaxBy(unit => unit.ParcelCount)!;
        foreach (var stop in new long[] { 0, 1, 2, 1_500, 20_000 })
        {
            var ended = UnitSearch.Of(land, new UnitCut(), new UnitSearchOptions { StopAfter = stop }, default);
            var again = UnitSearch.Of(land, new UnitCut(), new UnitSearchOptions { StopAfter = ended.Work }, default);

            Assert.Equal(Described(ended), Described(again));
            Assert.True(ended.Value <= ended.Bound);
        }
    }

    [Fact]
    public void A_search_that_is_cancelled_from_outside_is_whole_and_its_work_repeats_it()
    {
        var land = City.Value.At(3).MaxBy(unit => unit.ParcelCount)!;
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromMilliseconds(30));
        var ended = UnitSearch.Of(land, new UnitCut(), new UnitSearchOptions { WorkPerParcel = 100_000 }, source.Token);
        var again = UnitSearch.Of(
            land, new UnitCut(), new UnitSearchOptions { WorkPerParcel = 100_000, StopAfter = ended.Work }, default);

        Assert.True(ended.Work < 100_000L * land.ParcelCount);
        Assert.Equal(Described(ended), Described(again));
    }

    [Fact]
    public void Where_the_town_lies_changes_nothing()
    {
        var land = City.Value.At(1.5).MaxBy(unit => unit.ParcelCount)!;
        var here = Described(UnitSearch.Of(land, new UnitCut(), default));
        Shift(land.Nodes, 12_345_678);
        var there = Described(UnitSearch.Of(land, new UnitCut(), default));
        Shift(land.Nodes, -12_345_678);

        Assert.Equal(here, there);
    }

    [Fact]
    public void Areas_that_are_fixed_stay_and_a_plan_to_start_from_is_never_made_worse()
    {
        var land = City.Value.At(3).MaxBy(unit => unit.ParcelCount)!;
        var plan = UnitSearch.Of(land, new UnitCut(), default);
        var pinned = UnitSearch.Of(land, new UnitCut(), new UnitSearchOptions { Fixed = [plan.Areas[0]] }, default);
        var improved = UnitSearch.Of(land, new UnitCut(), new UnitSearchOptions { Start = plan.Areas, Restart = 1 }, default);

        Assert.Contains(pinned.Areas, area => area.SequenceEqual(plan.Areas[0]));
        Assert.True(improved.Value >= plan.Value);
    }

    private static void Verify(SearchState state)
    {
        var land = state.Pieces.Land;
        var fresh = new UnitPieces(land);
        for (var piece = 0; piece < state.Pieces.Count; piece++)
        {
            var members = state.Pieces.MembersOf(piece);
            var anew = members.Count == 0 ? -1 : fresh.Begin();
            members.ForEach(node => fresh.Add(node, anew));
            if (members.Count > 0)
            {
                Assert.Equal(fresh.Sums(anew), state.Pieces.Sums(piece));
                Assert.Equal(fresh.Rows(anew).ToArray(), state.Pieces.Rows(piece).ToArray());
                Assert.True(HoldsTogether(land, members));
            }
        }
    }

    private static bool HoldsTogether(UnitLand land, List<int> members)
    {
        var open = members.ToHashSet();
        var queue = new Queue<int>([members[0]]);
        open.Remove(members[0]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var link in land.LinksOf(node))
            {
                if (link.Joins && open.Remove(link.Other))
                {
                    queue.Enqueue(link.Other);
                }
            }
        }

        return open.Count == 0;
    }

    private static void Shift(LandNodes nodes, int by)
    {
        for (var node = 0; node < nodes.Count; node++)
        {
            (nodes.CentreX[node], nodes.CentreY[node]) = (nodes.CentreX[node] + by, nodes.CentreY[node] - by);
        }
    }

    private static string Described(UnitResult result) =>
        $"{result.Value:R} {string.Join('|', result.Areas.Select(area => string.Join(',', area)))}";
}
