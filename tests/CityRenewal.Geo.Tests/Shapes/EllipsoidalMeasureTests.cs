using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Shapes;

public class EllipsoidalMeasureTests
{
    private const double Relative = 1e-6;

    // They sum areas down to the equator, and so lose some square centimetres at rings of a few metres.
    private const double RoundingOfOracles = 1e-3;

    private static readonly Gen<double[][]> Rings =
        Gen.Select(Gen.Double[-170, 170], Gen.Double[-60, 60], Gen.Double[-5, -0.3], Gen.Int[3, 40], Gen.Int[0, 1_000_000])
            .Select((lon, lat, size, count, seed) => Star(lon, lat, Math.Pow(10, size), count, seed));

    [Fact]
    public void Rings_of_every_size_agree_with_the_geodesics_of_PROJ()
    {
        var rings = RingsOfSeed(1, 400);

        AssertAgree(rings, OracleMeasures.Geod(rings));
    }

    [Fact]
    public void Rings_of_every_size_agree_with_geography_in_PostGIS()
    {
        var rings = RingsOfSeed(2, 200);

        AssertAgree(rings, OracleMeasures.PostGis(rings));
    }

    [Fact]
    public void A_ring_of_fifty_kilometres_has_shortest_lines_for_edges()
    {
        double[][] ring = [[106, 29], [106.5, 29], [106.25, 29.5]];
        var measure = Measure(ring);
        // The base drawn along the parallel instead, which bends away from the shortest line.
        var onParallel = 0.25 * Math.PI / 180 * (AreaToEquator(29.5) - AreaToEquator(29));

        Assert.Equal(OracleMeasures.Geod([ring])[0].Area, measure.Area, measure.Area * 1e-9);
        Assert.True(Math.Abs(onParallel - measure.Area) > 1e-4 * measure.Area);
    }

    [Fact]
    public void Neither_direction_nor_start_nor_closure_matters() => Rings.Sample(ring =>
    {
        var there = Measure(ring);
        var back = Measure([.. ring.Reverse()]);
        var shifted = Measure([.. ring.Skip(2), ring[0], ring[1]]);
        var closed = Measure([.. ring, ring[0]]);

        Assert.Equal(there.Area, back.Area, there.Area * 1e-7);
        Assert.Equal(there.Area, shifted.Area, there.Area * 1e-7);
        Assert.Equal(there, closed);
        Assert.Equal(there.Perimeter, back.Perimeter, there.Perimeter * 1e-7);
    });

    [Fact]
    public void A_hole_is_taken_off_and_its_length_counts()
    {
        var measure = EllipsoidalMeasure.In(4545).OfFeature(
            [500_000, 500_100, 500_100, 500_000, 500_020, 500_020, 500_060, 500_060],
            [3_270_000, 3_270_000, 3_270_100, 3_270_100, 3_270_020, 3_270_060, 3_270_060, 3_270_020],
            [0, 4, 8],
            [false, true]);

        Assert.Equal(10_000 - 1_600, measure.Area, 0.02);
        Assert.Equal(400 + 160, measure.Perimeter, 0.001);
    }

    [Fact]
    public void A_local_system_is_measured_in_its_own_metres()
    {
        var measure = EllipsoidalMeasure.In(ReferenceSystems.Local).OfRing([1000, 1030, 1000], [2000, 2000, 2040]);

        Assert.Equal(new RingMeasure(600, 120), measure);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e30)]
    public void What_has_no_place_cannot_be_measured(double x) =>
        Assert.Equal(
            RingMeasure.NotMeasurable,
            EllipsoidalMeasure.In(4545).OfRing([500_000, 500_100, x], [3_270_000, 3_270_000, 3_270_100]));

    private static double AreaToEquator(double latitude) => Ellipsoid.Grs80.AreaToEquator(double.DegreesToRadians(latitude));

    private static RingMeasure Measure(double[][] ring) => EllipsoidalMeasure.In(4490).OfRing(
        [.. ring.Select(point => point[0])], [.. ring.Select(point => point[1])]);

    private static void AssertAgree(double[][][] rings, IReadOnlyList<RingMeasure> expected)
    {
        Assert.Equal(rings.Length, expected.Count);
        for (var i = 0; i < rings.Length; i++)
        {
            var measure = Measure(rings[i]);
            Assert.Equal(expected[i].Area, measure.Area, (expected[i].Area * Relative) + RoundingOfOracles);
            Assert.Equal(expected[i].Perimeter, measure.Perimeter, expected[i].Perimeter * Relative);
        }
    }

    private static double[][][] RingsOfSeed(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Star(
            (random.NextDouble() * 340) - 170,
            (random.NextDouble() * 120) - 60,
            Math.Pow(10, -5 + (random.NextDouble() * 4.7)),
            random.Next(3, 40),
            i))];
    }

    /// <summary>A star-shaped ring around a centre, radius in degrees.</summary>
    private static double[][] Star(double lon, double lat, double radius, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (sine, cosine) = Math.SinCos(Math.Tau * i / count);
            var reach = radius * (0.3 + (0.7 * random.NextDouble()));
            return new[] { lon + (reach * cosine), lat + (reach * sine) };
        })];
    }
}
