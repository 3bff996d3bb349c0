namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The table of supported reference systems, after the EPSG register. CGCS2000, WGS 84 and RGF93 longitudes and latitudes
/// are taken as equal: the register knows no transformation between them, and they differ by less than a metre.
/// </summary>
public static class ReferenceSystems
{
    /// <summary>The code of a declared local metric system, which runs untransformed.</summary>
    public const int Local = 0;

    /// <summary>CGCS2000 longitude and latitude.</summary>
    public const int Cgcs2000 = 4490;

    /// <summary>Every supported system, by code.</summary>
    public static readonly IReadOnlyList<ReferenceSystem> Supported = [.. All().OrderBy(system => system.Epsg)];

    private static readonly Dictionary<int, ReferenceSystem> ByEpsg = Supported.ToDictionary(system => system.Epsg);

    /// <summary>Finds a system by its EPSG code.</summary>
    public static bool TryFind(int epsg, out ReferenceSystem system) => ByEpsg.TryGetValue(epsg, out system!);

    /// <summary>The system of that code.</summary>
    /// <exception cref="ArgumentException">The system is not supported; the message says which are.</exception>
    public static ReferenceSystem Find(int epsg) => TryFind(epsg, out var system) ? system : throw new ArgumentException(
        $"EPSG:{epsg} is not a supported reference system. Supported are 4490, 4326, 4544-4546, 4523-4525, 4507-4508, "
        + "4496-4497, 2154, 3857 (input only), 32601-32660 and 32701-32760. Convert the layer to one of them, or declare "
        + "it local (0) if it is in metres.",
        nameof(epsg));

    private static IEnumerable<ReferenceSystem> All() =>
    [
        Geographic(Cgcs2000, "China Geodetic Coordinate System 2000", Ellipsoid.Grs80, new LonLatBox(73.62, 3.4, 134.77, 53.56)),
        Geographic(4326, "WGS 84", Ellipsoid.Wgs84, LonLatBox.World),
        GaussKruger(4544, "CGCS2000 / 3-degree Gauss-Kruger CM 105E", 105, 500_000, new LonLatBox(103.5, 22.5, 106.51, 42.21)),
        GaussKruger(4545, "CGCS2000 / 3-degree Gauss-Kruger CM 108E", 108, 500_000, new LonLatBox(106.5, 18.19, 109.51, 42.47)),
        GaussKruger(4546, "CGCS2000 / 3-degree Gauss-Kruger CM 111E", 111, 500_000, new LonLatBox(109.5, 18.11, 112.5, 45.11)),
        GaussKruger(4523, "CGCS2000 / 3-degree Gauss-Kruger zone 35", 105, 35_500_000, new LonLatBox(103.5, 22.5, 106.51, 42.21)),
        GaussKruger(4524, "CGCS2000 / 3-degree Gauss-Kruger zone 36", 108, 36_500_000, new LonLatBox(106.5, 18.19, 109.51, 42.47)),
        GaussKruger(4525, "CGCS2000 / 3-degree Gauss-Kruger zone 37", 111, 37_500_000, new LonLatBox(109.5, 18.11, 112.5, 45.11)),
        GaussKruger(4507, "CGCS2000 / Gauss-Kruger CM 105E", 105, 500_000, new LonLatBox(102, 17.75, 108, 42.47)),
        GaussKruger(4508, "CGCS2000 / Gauss-Kruger CM 111E", 111, 500_000, new LonLatBox(108, 16.7, 114, 45.11)),
        GaussKruger(4496, "CGCS2000 / Gauss-Kruger zone 18", 105, 18_500_000, new LonLatBox(102, 17.75, 108, 42.47)),
        GaussKruger(4497, "CGCS2000 / Gauss-Kruger zone 19", 111, 19_500_000, new LonLatBox(108, 16.7, 114, 45.11)),
        Lambert93(),
        WebMercator(),
        .. Enumerable.Range(1, 60).Select(zone => Utm(zone, south: false)),
        .. Enumerable.Range(1, 60).Select(zone => Utm(zone, south: true)),
    ];

    private static ReferenceSystem Geographic(int epsg, string name, Ellipsoid ellipsoid, LonLatBox area) =>
        new(epsg, name, ProjectionKind.Geographic, ellipsoid, area) { IsNorthFirst = true };

    private static ReferenceSystem GaussKruger(int epsg, string name, double meridian, double falseEasting, LonLatBox area) =>
        new(epsg, name, ProjectionKind.TransverseMercator, Ellipsoid.Grs80, area)
        {
            CentralMeridian = meridian,
            FalseEasting = falseEasting,
            IsNorthFirst = true,
        };

    private static ReferenceSystem Utm(int zone, bool south)
    {
        var meridian = (6 * zone) - 183;
        var area = new LonLatBox(meridian - 3, south ? -80 : 0, meridian + 3, south ? 0 : 84);
        return new ReferenceSystem(
            (south ? 32700 : 32600) + zone,
            $"WGS 84 / UTM zone {zone}{(south ? 'S' : 'N')}",
            ProjectionKind.TransverseMercator,
            Ellipsoid.Wgs84,
            area)
        {
            CentralMeridian = meridian,
            ScaleFactor = 0.9996,
            FalseEasting = 500_000,
            FalseNorthing = south ? 10_000_000 : 0,
        };
    }

    private static ReferenceSystem Lambert93() =>
        new(2154, "RGF93 v1 / Lambert-93", ProjectionKind.LambertConic, Ellipsoid.Grs80, new LonLatBox(-9.86, 41.15, 10.38, 51.56))
        {
            CentralMeridian = 3,
            OriginLatitude = 46.5,
            FirstParallel = 49,
            SecondParallel = 44,
            FalseEasting = 700_000,
            FalseNorthing = 6_600_000,
        };

    private static ReferenceSystem WebMercator() =>
        new(3857, "WGS 84 / Pseudo-Mercator", ProjectionKind.WebMercator, Ellipsoid.Wgs84, new LonLatBox(-180, -85.06, 180, 85.06))
        {
            IsInputOnly = true,
        };
}
