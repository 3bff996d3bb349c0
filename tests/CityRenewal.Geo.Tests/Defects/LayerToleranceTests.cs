using CityRenewal.Geo.Defects;
using CsCheck;

namespace CityRenewal.Geo.Tests.Defects;

public class LayerToleranceTests
{
    // Distances that follow as normal errors do, beside unrelated ones that are even up to 10 m.
    private static double[] Distances(double deviation, int following, int unrelated) =>
    [
        .. Enumerable.Range(0, following).Select(i => deviation * Math.Sqrt(-2 * Math.Log((i + 0.5) / following)) * Math.Abs(Math.Cos(Golden * i))),
        .. Enumerable.Range(0, unrelated).Select(i => 10 * (i + 0.5) / unrelated),
    ];

    // Turns that fill the circle evenly (Box and Muller draw normal numbers from a radius and a turn).
    private const double Golden = 2.399963229728653;

    [Fact]
    public void What_follows_is_told_from_what_does_not() =>
        Gen.Select(Gen.Double[0.1, 1], Gen.Int[200, 2000], Gen.Int[0, 2000]).Sample((deviation, following, unrelated) =>
        {
            var told = FollowedBorder.Estimate(("udb", "parcels"), Distances(deviation, following, unrelated));
            return told.IsKnown ? Math.Abs(told.Metres - (1.96 * deviation)) < 0.03 + (0.15 * 1.96 * deviation) : following < unrelated / 4;
        });

    [Theory]
    [InlineData(0.4)]
    [InlineData(1.5)]
    [InlineData(2.9)]
    public void A_layer_that_is_moved_as_a_whole_tells_by_how_much(double moved) =>
        Assert.Equal(moved, FollowedBorder.Estimate(("detailed_plots", "parcels"), [.. Enumerable.Repeat(moved, 500)]).Metres);

    [Fact]
    public void A_few_far_places_do_not_widen_what_all_others_follow_closely()
    {
        var closely = FollowedBorder.Estimate(("udb", "parcels"), Distances(0.2, 1000, 0));
        var disturbed = FollowedBorder.Estimate(("udb", "parcels"), [.. Distances(0.2, 1000, 0), .. Enumerable.Range(0, 150).Select(i => 1 + (0.02 * i))]);

        Assert.InRange(disturbed.Metres, closely.Metres, 1.25 * closely.Metres);
    }

    [Fact]
    public void Unrelated_borders_tell_no_tolerance() =>
        Assert.False(FollowedBorder.Estimate(("udb", "parcels"), Distances(1, 0, 5000)).IsKnown);

    [Fact]
    public void A_border_that_is_far_away_everywhere_tells_no_tolerance()
    {
        var told = FollowedBorder.Estimate(("udb", "parcels"), [.. Enumerable.Repeat(double.PositiveInfinity, 500)]);

        Assert.False(told.IsKnown);
        Assert.Equal("none", told.Confidence);
    }
}
