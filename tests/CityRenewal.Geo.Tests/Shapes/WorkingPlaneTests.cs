using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Shapes;

public class WorkingPlaneTests
{
    [Fact]
    public void The_plane_is_centred_on_the_city_with_parallels_at_a_sixth_and_five_sixths() => Assert.Equal(
        new WorkingPlane(106.52, 29.55, 29.42, 29.68),
        WorkingPlanes.For(106.2, 29.355, 106.833, 29.745));

    [Fact]
    public void Beyond_four_hundred_kilometres_the_grid_is_a_millimetre()
    {
        Assert.Equal(0.0001, WorkingPlanes.For(105, 29, 108, 31).GridSize);
        Assert.Equal(0.001, WorkingPlanes.For(105, 28, 110, 32.5).GridSize);
    }

    [Fact]
    public void A_city_on_the_equator_and_one_of_a_single_point_have_a_plane_too()
    {
        foreach (var plane in (WorkingPlane[])[WorkingPlanes.For(-78.6, -0.1, -78.4, 0.1), WorkingPlanes.For(106.5, 29.5, 106.5, 29.5)])
        {
            int[] gx = [1], gy = [1];
            var lost = PlaneTransform.Between(4490, plane).ToGrid([plane.CentreLongitude], [plane.CentreLatitude], gx, gy);

            Assert.Equal(0, lost);
            Assert.Equal((0, 0), (gx[0], gy[0]));
        }
    }

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(double.NaN, 0, 1, 1)]
    [InlineData(0, 0, double.PositiveInfinity, 1)]
    [InlineData(70, 0, 130, 50)]
    [InlineData(638_000, 3_268_000, 641_000, 3_271_000)]
    public void No_plane_for_what_is_no_city(double minLon, double minLat, double maxLon, double maxLat) =>
        Assert.Throws<ArgumentException>(() => WorkingPlanes.For(minLon, minLat, maxLon, maxLat));

    [Fact]
    public void Areas_on_the_plane_are_areas_on_the_ground() =>
        Gen.Select(Gen.Double[-75, 75], Gen.Double[-0.4, 0.4], Gen.Double[-0.4, 0.4]).Sample((latitude, east, north) =>
        {
            var plane = WorkingPlanes.For(106, latitude - 0.5, 107, latitude + 0.5);
            double x = 106.5 + east, y = latitude + north;
            double[] longitude = [x, x + 0.02, x + 0.02, x], latitudes = [y, y, y + 0.02, y + 0.02];
            int[] gx = new int[4], gy = new int[4];
            PlaneTransform.Between(4490, plane).ToGrid(longitude, latitudes, gx, gy);
            var shape = new PolygonColumnsBuilder().Ring(gx, gy, isHole: false).EndFeature().ToColumns();
            var legal = EllipsoidalMeasure.In(4490).OfRing(longitude, latitudes).Area;

            Assert.Equal(legal, plane.SquareMetresOfTwice(shape.TwiceAreaOf(0)), legal * 1e-5);
        });
}
