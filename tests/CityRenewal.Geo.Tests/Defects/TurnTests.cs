using System.Numerics;
using CityRenewal.Geo.Defects;
using CsCheck;

namespace CityRenewal.Geo.Tests.Defects;

public class TurnTests
{
    [Theory]
    [InlineData(0, 0, 1, 0, 1, 1, 1)]
    [InlineData(0, 0, 1, 0, 1, -1, -1)]
    [InlineData(0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 1)]
    public void Points_turn_left_right_or_by_the_last_bit(double ax, double ay, double bx, double by, double cx, double cy, int turn)
    {
        var expected = Exact(ax, ay, bx, by, cx, cy);
        Assert.Equal(expected, Turn.Of(ax, ay, bx, by, cx, cy));
        Assert.True(expected == turn || expected == 0);
    }

    // Nearly collinear points at city coordinates: rounding alone would often get the sign wrong.
    [Fact]
    public void The_sign_is_that_of_exact_arithmetic() =>
        Gen.Select(Gen.Double[638_000, 642_000], Gen.Double[3_268_000, 3_272_000], Gen.Double[-1, 1], Gen.Int[-2, 2]).Sample((x, y, slope, ulps) =>
        {
            double bx = x + 100, by = y + (100 * slope), cx = x + 200, cy = y + (200 * slope);
            for (var i = 0; i < Math.Abs(ulps); i++)
            {
                cy = ulps > 0 ? Math.BitIncrement(cy) : Math.BitDecrement(cy);
            }

            return Turn.Of(x, y, bx, by, cx, cy) == Exact(x, y, bx, by, cx, cy);
        });

    private static int Exact(double ax, double ay, double bx, double by, double cx, double cy)
    {
        var (a, b, c, d, e, f) = (Whole(ax), Whole(ay), Whole(bx), Whole(by), Whole(cx), Whole(cy));
        return (((a - e) * (d - f)) - ((b - f) * (c - e))).Sign;
    }

    // Coordinates of this size have their last bit above 2^-60.
    private static BigInteger Whole(double value) => new(value * Math.Pow(2, 60));
}
