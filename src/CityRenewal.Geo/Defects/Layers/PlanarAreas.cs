using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// How much larger areas are in the delivered plane zone than on the ellipsoid, place by place: the square of the zone's
/// scale, which changes by some millionths from parcel to parcel.
/// </summary>
internal sealed class PlanarAreas
{
    private const double Side = 100;

    private readonly City _city;
    private readonly PlaneTransform _transform;

    private PlanarAreas(City city, PlaneTransform transform)
    {
        _city = city;
        _transform = transform;
    }

    /// <summary>For the parcels' own system; null where it is not one plane zone.</summary>
    public static PlanarAreas? Of(City city, IReadOnlyList<SourceLayer> layers)
    {
        var systems = layers.Where(layer => layer.Name == LayerNames.Parcels).Select(layer => layer.Epsg).Distinct().ToList();
        return systems is [var epsg] && ReferenceSystems.TryFind(epsg, out var system) && !system.IsGeographic && !system.IsInputOnly
            ? new PlanarAreas(city, PlaneTransform.Between(epsg, city.Plane))
            : null;
    }

    /// <summary>Planar area over true area at every parcel.</summary>
    public double[] Scales()
    {
        var scales = new double[_city.Parcels.Count];
        FixedChunks.Run(scales.Length, 0, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                scales[row] = _city.Parcels.Shapes.VertexStart(row) < _city.Parcels.Shapes.VertexEnd(row) ? ScaleOf(row) : double.NaN;
            }
        });
        return scales;
    }

    private double ScaleOf(int row)
    {
        var shapes = _city.Parcels.Shapes;
        var half = (int)(Side / 2 * _city.Plane.UnitsPerMetre);
        int x = shapes.X[shapes.VertexStart(row)], y = shapes.Y[shapes.VertexStart(row)];
        Span<double> east = stackalloc double[4], north = stackalloc double[4];
        _transform.FromGrid([x - half, x + half, x + half, x - half], [y - half, y - half, y + half, y + half], east, north);
        double dx = east[2] - east[0], dy = north[2] - north[0], ex = east[3] - east[1], ey = north[3] - north[1];
        return Math.Abs((dx * ey) - (dy * ex)) / 2 / (Side * Side);
    }
}
