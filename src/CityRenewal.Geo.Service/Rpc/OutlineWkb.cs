using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Writes outlines of a city as well-known binary in CGCS2000 degrees, or in the metres of a local system.</summary>
internal sealed class OutlineWkb(WorkingPlane plane)
{
    private readonly PlaneTransform _transform = plane.Local is null
        ? LonLat.Between(plane)
        : PlaneTransform.Between(ReferenceSystems.Local, plane);

    /// <summary>EPSG code of what is written; 0 for a declared local metric system.</summary>
    public int Epsg { get; } = plane.Local is null ? ReferenceSystems.Cgcs2000 : ReferenceSystems.Local;

    public byte[] Of(PolygonColumns outline)
    {
        double[] x = new double[outline.X.Length], y = new double[outline.X.Length];
        _transform.FromGrid(outline.X, outline.Y, x, y);
        var polygons = new List<Polygon>();
        var holes = new List<LinearRing>();
        LinearRing? shell = null;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            var line = RingOf(x, y, outline.RingStart[ring], outline.RingStart[ring + 1]);
            if (outline.TwiceAreaOfRing(ring) > 0)
            {
                Close(polygons, shell, holes);
                shell = line;
            }
            else
            {
                holes.Add(line);
            }
        }

        Close(polygons, shell, holes);
        Geometry geometry = polygons.Count == 1 ? polygons[0] : new MultiPolygon([.. polygons]);
        return new WKBWriter().Write(geometry);
    }

    private static void Close(List<Polygon> polygons, LinearRing? shell, List<LinearRing> holes)
    {
        if (shell is not null)
        {
            polygons.Add(new Polygon(shell, [.. holes]));
            holes.Clear();
        }
    }

    private static LinearRing RingOf(double[] x, double[] y, int start, int end)
    {
        var points = new Coordinate[end - start];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new Coordinate(x[start + i], y[start + i]);
        }

        return new LinearRing(points);
    }
}
