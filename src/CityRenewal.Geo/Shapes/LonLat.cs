namespace CityRenewal.Geo.Shapes;

/// <summary>Longitude and latitude in degrees of coordinates in a supported system. Safe for any number of threads.</summary>
public sealed class LonLat
{
    private const double TileOfMetres = 8192;
    private const double ToleranceInDegrees = 1e-11;

    private readonly TileMap? _map;

    private LonLat(TileMap? map) => _map = map;

    /// <summary>Longitudes and latitudes on the system's own ellipsoid.</summary>
    /// <exception cref="ArgumentException">The system is not supported, or is local and so has none.</exception>
    public static LonLat From(int epsg) => From(ReferenceSystems.Find(epsg));

    /// <summary>Longitudes and latitudes on the ellipsoid of any system, a supported one or not.</summary>
    public static LonLat From(ReferenceSystem system) => new(system.IsGeographic
        ? null
        : new TileMap(ExactTransforms.ToLonLat(system), TileOfMetres, ToleranceInDegrees));

    /// <summary>The transform between a plane's grid and CGCS2000 longitude and latitude, for maps and services.</summary>
    /// <exception cref="ArgumentException">The plane is a declared local system.</exception>
    public static PlaneTransform Between(WorkingPlane plane) => PlaneTransform.Between(ReferenceSystems.Cgcs2000, plane);

    /// <summary>Converts; the image of a point that is not finite or out of the system's reach is NaN.</summary>
    public void Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> longitude, Span<double> latitude)
    {
        if (_map is not null)
        {
            _map.Map(x, y, longitude, latitude);
            return;
        }

        for (var i = 0; i < x.Length; i++)
        {
            var isInside = Math.Abs(x[i]) <= 180 && Math.Abs(y[i]) <= 90;
            longitude[i] = isInside ? x[i] : double.NaN;
            latitude[i] = isInside ? y[i] : double.NaN;
        }
    }
}
