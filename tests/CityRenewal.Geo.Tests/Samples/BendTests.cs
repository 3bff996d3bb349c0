using CityRenewal.Geo.Samples.Ground;
using CsCheck;

namespace CityRenewal.Geo.Tests.Samples;

public class BendTests
{
    // Area on the map of a square of ten metres on the drawing board, over its area there.
    [Fact]
    public void The_bend_never_folds_and_hardly_stretches() =>
        Gen.Select(Gen.Int[0, 50], Gen.Double[-40_000, 40_000], Gen.Double[-40_000, 40_000]).Sample(
            (seed, x, y) =>
            {
                var bend = new Bend(seed);
                var corner = bend.ToMap(new Spot(x, y));
                var east = bend.ToMap(new Spot(x + 10, y)) - corner;
                var north = bend.ToMap(new Spot(x, y + 10)) - corner;
                return east.Cross(north) / 100 is > 0.3 and < 2.4;
            },
            iter: 50_000,
            threads: 1);

    [Fact]
    public void A_pen_strays_no_farther_than_it_may() =>
        Gen.Select(Gen.Int[0, 50], Gen.Double[350_000, 370_000], Gen.Double[3_260_000, 3_280_000]).Sample(
            (seed, x, y) =>
            {
                var meant = new Spot(x, y);
                return (new Digitising(seed, layer: 1, reach: 0.9, length: 31).Drawn(meant) - meant).Length < 1.3;
            },
            iter: 10_000,
            threads: 1);
}
