using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Shapes;

public class ReferenceSystemTests
{
    private const int Unit = 1;

    public static TheoryData<int> Systems => [.. ReferenceSystems.Supported.Select(system => system.Epsg)];

    [Fact]
    public void The_table_holds_the_systems_that_the_defaults_name() => Assert.Equal(
        [
            2154, 3857, 4326, 4490, 4496, 4497, 4507, 4508, 4523, 4524, 4525, 4544, 4545, 4546,
            .. Enumerable.Range(32601, 60), .. Enumerable.Range(32701, 60),
        ],
        ReferenceSystems.Supported.Select(system => system.Epsg));

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_system_reaches_the_grid_where_PROJ_puts_it_and_comes_back(int epsg)
    {
        var system = ReferenceSystems.Find(epsg);
        foreach (var plane in PlanesAcross(system.AreaOfUse))
        {
            var lonLat = PointsAround(plane, system.AreaOfUse);
            var source = Proj.Convert("EPSG:4490", $"EPSG:{epsg}", lonLat.Select(p => (p.Lat, p.Lon)))
                .Select(p => AxisOrder.FromOfficial(system, p.First, p.Second)).ToArray();
            var expected = Proj.Convert("EPSG:4490", Proj.Text(plane), lonLat.Select(p => (p.Lat, p.Lon)));
            var transform = PlaneTransform.Between(epsg, plane);
            int[] gx = new int[source.Length], gy = new int[source.Length];

            var lost = transform.ToGrid([.. source.Select(p => p.East)], [.. source.Select(p => p.North)], gx, gy);

            Assert.Equal(0, lost);
            for (var i = 0; i < source.Length; i++)
            {
                Assert.InRange(gx[i] - (expected[i].First / plane.GridSize), -Unit, Unit);
                Assert.InRange(gy[i] - (expected[i].Second / plane.GridSize), -Unit, Unit);
            }

            AssertComesBack(system, transform, (gx, gy), source);
        }
    }

    [Fact]
    public void Nothing_is_given_in_web_mercator()
    {
        var transform = PlaneTransform.Between(3857, WorkingPlanes.For(106, 29, 107, 30));

        Assert.Throws<NotSupportedException>(() => transform.FromGrid([0], [0], new double[1], new double[1]));
    }

    [Fact]
    public void An_unknown_system_is_refused_with_the_list_of_those_that_are_known()
    {
        Assert.False(ReferenceSystems.TryFind(2379, out _));
        var fault = Assert.Throws<ArgumentException>(() => ReferenceSystems.Find(2379));
        Assert.Contains("EPSG:2379", fault.Message);
        Assert.Contains("4544-4546", fault.Message);
    }

    private static void AssertComesBack(
        ReferenceSystem system, PlaneTransform transform, (int[] X, int[] Y) grid, (double East, double North)[] source)
    {
        if (system.IsInputOnly)
        {
            return;
        }

        double[] x = new double[source.Length], y = new double[source.Length];
        transform.FromGrid(grid.X, grid.Y, x, y);
        // Half a grid unit across the diagonal, and what ProjNet and PROJ differ by.
        var tolerance = system.IsGeographic ? 2e-9 : 1.2e-4;
        for (var i = 0; i < x.Length; i++)
        {
            Assert.InRange(x[i] - source[i].East, -tolerance, tolerance);
            Assert.InRange(y[i] - source[i].North, -tolerance, tolerance);
        }
    }

    private static IEnumerable<WorkingPlane> PlanesAcross(LonLatBox area)
    {
        var isWorld = area.MaxLon - area.MinLon > 100;
        // A narrow zone is looked at near its corner, where it is worst.
        foreach (var share in area.MaxLon - area.MinLon <= 6 ? (double[])[0.06] : [0.3, 0.06])
        {
            var longitude = isWorld ? 106.55 : area.MinLon + ((area.MaxLon - area.MinLon) * share);
            var latitude = isWorld ? 29.55 : area.MinLat + ((area.MaxLat - area.MinLat) * share);
            yield return WorkingPlanes.For(longitude - 0.3, latitude - 0.3, longitude + 0.3, latitude + 0.3);
        }
    }

    private static (double Lon, double Lat)[] PointsAround(WorkingPlane plane, LonLatBox area) =>
    [
        .. from column in Enumerable.Range(-5, 11)
           from row in Enumerable.Range(-5, 11)
           let lon = plane.CentreLongitude + (column * 0.1719)
           let lat = plane.CentreLatitude + (row * 0.1831)
           where area.Contains(lon, lat)
           select (lon, lat),
    ];
}
