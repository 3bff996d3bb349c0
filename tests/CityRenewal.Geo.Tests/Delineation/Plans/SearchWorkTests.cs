using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation.Plans;

/// <summary>Searches that end early, are repeated, and tell how far they are.</summary>
public class SearchWorkTests
{
    private static readonly SmallCity Town = new(
        [["ABCD", "EFGH"], ["ABC", "DEF"], ["AB", "CD"], ["ABCD"]],
        [400, -60, 300, 200, -120, 350, 80, 220, -40], 1, 1, 3);

    // Units too large to try all of their areas, with pockets that are too small for one: bounds are lowered and units looked at again.
    private static readonly SmallCity LargeTown = new(
        [["ABCDE", "FGHIJ", "KLMNO", "PQRST", "UVWXY"], ["ABCDEF", "GHIJKL", "MNOPQR", "STUVWX"], ["ABCDE", "FGHIJ", "KLMNO", "PQRST"]],
        [260, -90, -150, 240, -110, -140, -60, 250, -130, -100, 200, -80, -120], 1, 4, 9);

    [Fact]
    public void Where_bounds_are_lowered_units_are_looked_at_a_second_time_and_no_plan_is_worse_for_it()
    {
        var whole = Searched(SearchRun.Whole, town: LargeTown);
        var once = Searched(SearchRun.Whole with { Work = new SearchWork(3) }, town: LargeTown);
        var untouched = Searched(SearchRun.Whole with { BoundCuts = 0 }, town: LargeTown);

        Assert.Equal((6, false), (whole.Work.Visits, whole.IsCutShort));
        Assert.Equal(3, untouched.Work.Visits);
        Assert.True(whole.Bound < untouched.Bound - 1, $"lowered {whole.Bound}, before {untouched.Bound}");
        Assert.True(LargeTown.WorthOf(LargeTown.Problem(), whole.Areas) >= LargeTown.WorthOf(LargeTown.Problem(), once.Areas) - 1e-9);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_second_look_that_is_stopped_is_repeated_by_its_number(int visits)
    {
        using var stop = new CancellationTokenSource();
        var done = 0;
        var stopped = Searched(new SearchRun { Stop = stop.Token }, new Listener(step =>
        {
            done += step.Stage.Contains($"unit {visits} of 6", StringComparison.Ordinal) ? 1 : 0;
            if (done > 0)
            {
                stop.Cancel();
            }
        }), town: LargeTown);
        var again = Searched(new SearchRun { Work = stopped.Work }, town: LargeTown);

        Assert.True(stopped.IsCutShort);
        Assert.Equal(visits, stopped.Work.Visits);
        Assert.Equal(stopped.Areas, again.Areas);
        Assert.Equal((stopped.Bound, stopped.Work), (again.Bound, again.Work));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_search_that_is_stopped_after_some_visits_is_repeated_by_their_number(int visits)
    {
        using var stop = new CancellationTokenSource();
        var told = 0;
        var stopped = Searched(new SearchRun { Stop = stop.Token }, new Listener(step =>
        {
            // The first two reports come before any visit and when the round begins.
            if (told++ >= visits)
            {
                stop.Cancel();
            }
        }));
        var again = Searched(new SearchRun { Work = stopped.Work });

        Assert.True(stopped.IsCutShort);
        Assert.Equal(visits, stopped.Work.Visits);
        Assert.Equal(stopped.Areas, again.Areas);
        Assert.Equal((stopped.Bound, stopped.Work, stopped.IsCutShort), (again.Bound, again.Work, again.IsCutShort));
    }

    [Fact]
    public void What_is_cut_short_is_valid_and_bounded_by_a_bound_that_holds()
    {
        var whole = Searched(SearchRun.Whole);
        for (var visits = 0; visits <= 4; visits++)
        {
            var part = Searched(new SearchRun { Work = new SearchWork(visits) });
            Assert.True(part.Bound >= whole.Bound - 1e-9);
            Assert.True(Town.WorthOf(Town.Problem(), part.Areas) <= Town.WorthOf(Town.Problem(), whole.Areas) + 1e-9);
        }
    }

    [Theory]
    [InlineData(false, 40)]
    [InlineData(true, 6)]
    public void What_is_found_only_rises_and_the_bound_only_falls_and_never_below_it(bool isLarge, int visits)
    {
        var town = isLarge ? LargeTown : Town;
        foreach (var threads in new[] { 1, 3 })
        {
            double found = double.NegativeInfinity, bound = double.PositiveInfinity;
            var outcome = Searched(
                new SearchRun { Work = new SearchWork(visits) },
                new Listener(step =>
                {
                    Assert.True(step.Found >= found);
                    Assert.True(step.Bound <= bound);
                    Assert.True(step.Found <= step.Bound + 1e-6);
                    (found, bound) = (step.Found!.Value, step.Bound!.Value);
                }),
                threads,
                town);
            Assert.Equal(town.WorthOf(town.Problem(), outcome.Areas)!.Value, found, 5);
            Assert.Equal(outcome.Bound, bound, 5);
        }
    }

    [Fact]
    public void What_a_whole_plan_gains_is_not_counted_again_where_a_visit_finds_it_too()
    {
        var told = new List<double>();
        var tally = new SearchTally(2, new Listener(step => told.Add(step.Found!.Value)));

        tally.Begin([10, 10]);
        tally.Visited(0, 1, 5);
        tally.Visited(1, 2, 5);
        tally.Whole(4, 10);
        tally.Visited(0, 2, 5);
        tally.Visited(1, 3, 5);

        Assert.Equal([0, 1, 3, 4, 4, 5], told);
    }

    [Fact]
    public void Rounding_lets_nothing_fall_that_is_found()
    {
        var told = new List<double>();
        var tally = new SearchTally(2, new Listener(step => told.Add(step.Found!.Value)));

        tally.Begin([10, 10]);
        tally.Visited(0, 1.0000006, 5);
        tally.Visited(1, 1.0000006, 5);
        tally.Whole(2.0000012, 10);

        Assert.Equal(told.Order(), told);
        Assert.Equal(2.0000012, told[^1], 5);
    }

    [Fact]
    public void More_work_finds_nothing_worse()
    {
        var once = Town.WorthOf(Town.Problem(), Searched(SearchRun.Whole).Areas);
        var more = Town.WorthOf(Town.Problem(), Searched(new SearchRun { Work = new SearchWork(40) }).Areas);

        Assert.True(more >= once - 1e-9);
    }

    [Fact]
    public void Cancelling_returns_nothing()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => new CitySearch(Town.Problem(), SearchStart.Nothing, null).Run(SearchRun.Whole, 1, cancel.Token));
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("120", 120, 0)]
    [InlineData("120+5120", 120, 5120)]
    public void Work_is_written_and_read(string text, long visits, long steps)
    {
        Assert.True(SearchWork.TryParse(text, out var work));
        Assert.Equal(new SearchWork(visits, steps), work);
        Assert.Equal(text, work.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1+")]
    [InlineData("1+2+3")]
    [InlineData("many")]
    public void What_is_no_work_is_not_read(string text) => Assert.False(SearchWork.TryParse(text, out _));

    private static SearchOutcome Searched(SearchRun run, IProgress<WorkProgress>? progress = null, int threads = 1, SmallCity? town = null) =>
        new CitySearch((town ?? Town).Problem(), SearchStart.Nothing, progress).Run(run, threads, default);

    private sealed class Listener(Action<WorkProgress> hear) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => hear(value);
    }
}
