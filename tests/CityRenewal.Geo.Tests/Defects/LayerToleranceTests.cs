using CityRenewal.Geo.Defects;
using CsCheck;

namespace CityRenewal.Geo.Tests.Defects;

public class LayerToleranceTests
{
    // Distances that follow evenly up to a tolerance, beside unrelated ones that are even up to 10 m.
    private static double[] Distances(double tolerance, int following, int unrelated) =>
    [
        .. Enumerable.Range(0, following).Select(i => tolerance * (i + 0.5) / following),
        .. Enumerable.Range(0, unrelated).Select(i => 10 * (i + 0.5) / unrelated),
    ];

    [Fact]
    public void What_follows_is_told_from_what_does_not() =>
        Gen.Select(Gen.Double[0.2, 2.5], Gen.Int[200, 2000], Gen.Int[0, 2000]).Sample((tolerance, following, unrelated) =>
        {
            var told = FollowedBorder.Estimate(("udb", "parcels"), Distances(tolerance, following, unrelated));
            return told.IsKnown ? Math.Abs(told.Metres - (0.95 * tolerance)) < 0.25 : following < unrelated / 4;
        });

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
