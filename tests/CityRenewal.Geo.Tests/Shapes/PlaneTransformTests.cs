using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Shapes;

public class PlaneTransformTests
{
    private static readonly WorkingPlane Chongqing = WorkingPlanes.For(106.3, 29.3, 106.8, 29.8);

    private static readonly Gen<(double X, double Y)> Points = Gen.Select(Gen.Double[280_000, 420_000], Gen.Double[3_150_000, 3_350_000]);

    [Fact]
    public void Grid_points_come_back_to_themselves()
    {
        var there = PlaneTransform.Between(4545, Chongqing);
        Gen.Select(Gen.Int[-900_000_000, 900_000_000], Gen.Int[-900_000_000, 900_000_000]).Array[1, 50].Sample(points =>
        {
            int[] gx = [.. points.Select(p => p.Item1)], gy = [.. points.Select(p => p.Item2)];
            double[] x = new double[gx.Length], y = new double[gx.Length];
            int[] againX = new int[gx.Length], againY = new int[gx.Length];
            there.FromGrid(gx, gy, x, y);

            Assert.Equal(0, there.ToGrid(x, y, againX, againY));
            Assert.Equal(gx, againX);
            Assert.Equal(gy, againY);
        });
    }

    [Fact]
    public void A_point_lands_in_the_same_place_in_any_company_and_order()
    {
        Points.Array[2, 700].Sample(points =>
        {
            double[] x = [.. points.Select(p => p.X)], y = [.. points.Select(p => p.Y)];
            int[] gx = new int[x.Length], gy = new int[x.Length];
            PlaneTransform.Between(4545, Chongqing).ToGrid(x, y, gx, gy);
            var alone = PlaneTransform.Between(4545, Chongqing);
            for (var i = x.Length - 1; i >= 0; i -= 97)
            {
                int[] oneX = [0], oneY = [0];
                alone.ToGrid([x[i]], [y[i]], oneX, oneY);
                Assert.Equal((gx[i], gy[i]), (oneX[0], oneY[0]));
            }
        }, iter: 30);
    }

    [Fact]
    public void Tiles_are_nearer_to_the_exact_projection_than_a_hundredth_of_a_unit()
    {
        var exact = ExactTransforms.ToLonLat(ReferenceSystems.Find(4545)).Then(ExactTransforms.LonLatToPlane(Chongqing));
        var map = new TileMap(exact, 8192, 1e-6);
        Points.Sample(point =>
        {
            double[] u = [0], v = [0];
            map.Map([point.X], [point.Y], u, v);
            var (x, y) = exact(point.X, point.Y);
            Assert.Equal(x, u[0], 1e-7);
            Assert.Equal(y, v[0], 1e-7);
        });
        Assert.True(map.TileCount > 0);
    }

    [Fact]
    public void A_map_too_crooked_for_a_tile_is_followed_point_by_point()
    {
        var map = new TileMap((x, y) => (Math.Sin(x), Math.Cos(y)), 8192, 1e-6);
        double[] u = [0], v = [0];
        map.Map([1.5], [2.5], u, v);

        Assert.Equal((Math.Sin(1.5), Math.Cos(2.5)), (u[0], v[0]));
    }

    [Theory]
    [InlineData(double.NaN, 3_270_000)]
    [InlineData(360_000, double.NegativeInfinity)]
    [InlineData(3_270_000, 360_000)]
    [InlineData(106.5, 29.5)]
    [InlineData(36_360_000, 3_270_000)]
    [InlineData(1e300, -1e300)]
    public void What_cannot_be_on_the_grid_is_marked_and_never_dropped(double x, double y)
    {
        int[] gx = new int[3], gy = new int[3];
        var lost = PlaneTransform.Between(4545, Chongqing).ToGrid([360_000, x, 360_010], [3_270_000, y, 3_270_000], gx, gy);

        Assert.Equal(1, lost);
        Assert.Equal((PlaneTransform.OffGrid, PlaneTransform.OffGrid), (gx[1], gy[1]));
        Assert.InRange(gx[2] - gx[0], 99_900, 100_100);
    }

    [Fact]
    public void A_local_system_runs_untransformed()
    {
        var plane = WorkingPlanes.ForLocal(51_000, 72_000, 58_000, 79_000);
        int[] gx = new int[1], gy = new int[1];
        double[] x = new double[1], y = new double[1];
        var transform = PlaneTransform.Between(ReferenceSystems.Local, plane);
        transform.ToGrid([55_123.4567], [76_000.0001], gx, gy);
        transform.FromGrid(gx, gy, x, y);

        Assert.Equal(new LocalOrigin(54_000, 76_000), plane.Local);
        Assert.Equal((11_234_567, 1), (gx[0], gy[0]));
        Assert.Equal((55_123.4567, 76_000.0001), (x[0], y[0]));
    }

    [Fact]
    public void A_local_system_and_the_earth_do_not_mix()
    {
        Assert.Throws<ArgumentException>(() => PlaneTransform.Between(4545, WorkingPlanes.ForLocal(0, 0, 1, 1)));
        Assert.Throws<ArgumentException>(() => PlaneTransform.Between(ReferenceSystems.Local, Chongqing));
        Assert.Throws<ArgumentException>(() => LonLat.Between(WorkingPlanes.ForLocal(0, 0, 1, 1)));
    }

    [Fact]
    public void Known_points_of_Chongqing_keep_their_grid_points()
    {
        int[] gx = new int[4], gy = new int[4];
        PlaneTransform.Between(4490, Chongqing).ToGrid([106.55, 106.3, 106.8, 106.5], [29.55, 29.3, 29.8, 29.56], gx, gy);

        // From PROJ 9.1.1: +proj=aea +lat_0=29.55 +lon_0=106.55 +lat_1=29.3833 +lat_2=29.7167 +ellps=GRS80, times 10 000.
        Assert.Equal([0, -242_891_643, 241_699_003, -48_454_332], gx);
        Assert.Equal([0, -276_845_978, 277_377_810, 11_094_971], gy);
    }
}
