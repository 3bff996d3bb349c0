using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Searches of a unit that put together what is best of all areas they have seen.</summary>
public class UnitRecombinationTests
{
    private static readonly UnitSearchOptions Options = new() { Recombines = true };
    private static readonly Lazy<SampleUnits> City = new(() => new SampleUnits(1_000, 7));

    private static UnitLand Land => City.Value.At(3).MaxBy(unit => unit.ParcelCount)!;

    [Fact]
    public void A_search_that_is_ended_early_is_whole_and_its_work_repeats_it()
    {
        var land = Land;
        var whole = UnitSearch.Of(land, new UnitCut(), Options, default);
        foreach (var stop in new[] { 0, 1, 2, 1_500, whole.Work / 2, whole.Work - 2_000, whole.Work })
        {
            var ended = UnitSearch.Of(land, new UnitCut(), Options with { StopAfter = stop }, default);
            var again = UnitSearch.Of(land, new UnitCut(), Options with { StopAfter = ended.Work }, default);

            Assert.Equal(Described(ended), Described(again));
            Assert.True(ended.Value <= ended.Bound);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_search_that_is_cancelled_from_outside_is_whole_and_its_work_repeats_it(int milliseconds)
    {
        var (land, options) = (Land, Options with { WorkPerParcel = 2_000 });
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromMilliseconds(milliseconds));
        var ended = UnitSearch.Of(land, new UnitCut(), options, source.Token);
        var again = UnitSearch.Of(land, new UnitCut(), options with { StopAfter = ended.Work }, default);

        Assert.Equal(Described(ended), Described(again));
    }

    [Fact]
    public void Every_area_seen_keeps_the_limits_and_the_plan_is_worth_no_less_than_any_of_them()
    {
        var land = Land;
        var found = UnitSearch.Of(land, new UnitCut(), Options, default);
        var worth = new PartWorth(land);

        Assert.NotEmpty(found.Seen);
        Assert.All(found.Seen, area =>
        {
            var (value, isBroken) = worth.Judged([.. area.Nodes.Select(land.CityNode)]);
            Assert.False(isBroken);
            Assert.Equal(value, area.Value, 3);
            Assert.True(value <= found.Value + 1e-6);
        });
    }

    [Fact]
    public void A_large_city_keeps_no_areas()
    {
        var nodes = Land.Nodes;
        var problem = new SearchProblem(nodes, new long[nodes.Count], Land.Limits, Land.Rows) { Membership = null! };
        var large = problem with { Nodes = new SampleUnits(6_000, 7).At(3).First().Nodes };

        Assert.NotNull(CityAreas.Of(problem, GlobalLimits.None));
        Assert.Null(CityAreas.Of(large, GlobalLimits.None));
    }

    private static string Described(UnitResult result) =>
        $"{result.Value:R} {string.Join('|', result.Areas.Select(area => string.Join(',', area)))}";
}
