using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Shapes;

/// <summary>Transformations with made-up parameters against PROJ's own pipelines.</summary>
public class DatumShiftTests
{
    private static readonly (double Longitude, double Latitude)[] Places =
    [
        .. from column in Enumerable.Range(0, 8) from row in Enumerable.Range(0, 6) select (103.5 + (column * 1.13), 27.1 + (row * 1.07)),
    ];

    [Theory]
    [InlineData("position_vector", "IAU76", 1)]
    [InlineData("coordinate_frame", "krass", -1)]
    public void Seven_parameters_lead_where_PROJ_goes_to_a_millimetre(string convention, string ellipsoid, int sign)
    {
        var shift = new HelmertShift(-108.3, 57.2, 21.9, sign * Arcseconds(1.37), sign * Arcseconds(-0.82), sign * Arcseconds(2.41), 4.2e-6);
        var expected = Proj.Pipeline(
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
            + $"+step +proj=cart +ellps={ellipsoid} +step +proj=helmert +x=-108.3 +y=57.2 +z=21.9 +rx=1.37 +ry=-0.82 +rz=2.41 +s=4.2 +convention={convention} "
            + "+step +inv +proj=cart +ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg",
            Places);
        var from = ellipsoid == "krass" ? Ellipsoid.Krassovsky : Ellipsoid.Iag1975;

        for (var i = 0; i < Places.Length; i++)
        {
            var (longitude, latitude) = shift.Apply(Places[i].Longitude, Places[i].Latitude, from, Ellipsoid.Grs80);
            Assert.InRange((longitude - expected[i].First) * 111_000, -0.001, 0.001);
            Assert.InRange((latitude - expected[i].Second) * 111_000, -0.001, 0.001);
        }
    }

    [Fact]
    public void Four_parameters_lead_where_PROJ_goes_to_a_millimetre()
    {
        var shift = new PlanarShift(-1234.567, 89.012, Arcseconds(35.2), -7.5e-6);
        (double First, double Second)[] places = [.. Places.Select(place => (place.Longitude * 6000, place.Latitude * 110_000))];
        var expected = Proj.Pipeline("+proj=helmert +x=-1234.567 +y=89.012 +theta=35.2 +s=0.9999925", places);

        for (var i = 0; i < places.Length; i++)
        {
            var (east, north) = shift.Apply(places[i].First, places[i].Second);
            Assert.InRange(east - expected[i].First, -0.001, 0.001);
            Assert.InRange(north - expected[i].Second, -0.001, 0.001);
        }
    }

    [Fact]
    public void No_shift_between_equal_ellipsoids_moves_nothing()
    {
        var (longitude, latitude) = new HelmertShift(0, 0, 0, 0, 0, 0, 0).Apply(106.5, 29.5, Ellipsoid.Grs80, Ellipsoid.Grs80);

        Assert.Equal(106.5.ToString("F12", CultureInfo.InvariantCulture), longitude.ToString("F12", CultureInfo.InvariantCulture));
        Assert.InRange(latitude - 29.5, -1e-12, 1e-12);
    }

    private static double Arcseconds(double value) => double.DegreesToRadians(value / 3600);
}
