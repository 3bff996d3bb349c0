using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Shapes;

public class OnlineMapOffsetTests
{
    // The values that the documentation of the library coordtransform gives for its functions.
    [Fact]
    public void The_offset_of_Tiananmen_is_the_published_one()
    {
        var (gcjLongitude, gcjLatitude) = OnlineMapOffset.Gcj02(116.404, 39.915);
        var (bdLongitude, bdLatitude) = OnlineMapOffset.Bd09OfGcj02(116.404, 39.915);

        Assert.Equal((116.41024449916938, 39.91640428150164), (gcjLongitude, gcjLatitude), Near);
        Assert.Equal((116.41036949371029, 39.92133699351021), (bdLongitude, bdLatitude), Near);
    }

    // Central Chongqing: 357 to 384 m to the east and 288 to 320 m to the south.
    [Theory]
    [InlineData(106.577, 29.557)]
    [InlineData(106.46, 29.54)]
    [InlineData(106.55, 29.60)]
    public void Maps_show_central_Chongqing_half_a_kilometre_to_the_southeast(double longitude, double latitude)
    {
        var (shownLongitude, shownLatitude) = OnlineMapOffset.Gcj02(longitude, latitude);

        Assert.InRange((shownLongitude - longitude) * 96_860, 345, 395);
        Assert.InRange((shownLatitude - latitude) * 110_860, -330, -280);
    }

    [Fact]
    public void Outside_China_maps_show_places_where_they_are() => Assert.Equal(
        ((14.4, 50.1), (14.4, 50.1)), (OnlineMapOffset.Gcj02(14.4, 50.1), OnlineMapOffset.Bd09(14.4, 50.1)));

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 1e-12 && Math.Abs(a.Y - b.Y) < 1e-12;
}
