using System.Buffers;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Legal area and perimeter: of the original ring, on the ellipsoid, with shortest lines between the vertices. In a
/// declared local metric system they are the plane's own. Safe for any number of threads.
/// </summary>
/// <remarks>
/// An edge's area down to the equator is that of the straight chord in the plane of longitude and authalic height, plus
/// the sliver between chord and geodesic, Δλ sin φ (3 M² Δφ² + r² Δλ²) / 12 from the geodesic's own equation. That is
/// good to 10⁻⁹ for edges up to 3 km; longer ones are cut at points of the geodesic. Agrees within 10⁻⁶ with Karney
/// (2013), Algorithms for geodesics, as PROJ and PostGIS implement it.
/// </remarks>
public sealed class EllipsoidalMeasure
{
    private readonly LonLat? _lonLat;
    private readonly Ellipsoid _ellipsoid;

    private EllipsoidalMeasure(LonLat? lonLat, Ellipsoid ellipsoid)
    {
        _lonLat = lonLat;
        _ellipsoid = ellipsoid;
    }

    /// <summary>Measures rings of a system; 0 for a declared local metric one.</summary>
    /// <exception cref="ArgumentException">The system is not supported.</exception>
    public static EllipsoidalMeasure In(int epsg) => epsg == ReferenceSystems.Local
        ? new EllipsoidalMeasure(null, default)
        : new EllipsoidalMeasure(LonLat.From(epsg), ReferenceSystems.Find(epsg).Ellipsoid);

    /// <summary>Measures one ring, closed or not, in either direction.</summary>
    public RingMeasure OfRing(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length > 1 && x[0] == x[^1] && y[0] == y[^1])
        {
            x = x[..^1];
            y = y[..^1];
        }

        if (x.Length == 0)
        {
            return default;
        }

        if (_lonLat is null)
        {
            return PlanarRing.Of(x, y);
        }

        var rented = ArrayPool<double>.Shared.Rent(2 * x.Length);
        try
        {
            Span<double> longitude = rented.AsSpan(0, x.Length), latitude = rented.AsSpan(x.Length, x.Length);
            _lonLat.Of(x, y, longitude, latitude);
            return EllipsoidalRing.Of(_ellipsoid, longitude, latitude);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Measures a feature: shells minus holes, and the length of all rings.</summary>
    /// <param name="x">East or longitude of all vertices of the feature.</param>
    /// <param name="y">North or latitude.</param>
    /// <param name="ringStart">First vertex of each ring within x, and one past the last.</param>
    /// <param name="isHole">Per ring whether it is a hole; empty where none is.</param>
    public RingMeasure OfFeature(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> ringStart, ReadOnlySpan<bool> isHole)
    {
        if (ringStart.Length < 2)
        {
            return RingMeasure.NotMeasurable;
        }

        double area = 0, perimeter = 0;
        for (var ring = 0; ring < ringStart.Length - 1; ring++)
        {
            int from = ringStart[ring] - ringStart[0], count = ringStart[ring + 1] - ringStart[ring];
            var measure = OfRing(x.Slice(from, count), y.Slice(from, count));
            area += isHole.Length > 0 && isHole[ring] ? -measure.Area : measure.Area;
            perimeter += measure.Perimeter;
        }

        return new RingMeasure(Math.Max(0, area), perimeter);
    }
}
