using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Polygons in NetTopologySuite's hands, as a second opinion.</summary>
internal static class NtsUnion
{
    public static double AreaOf(PolygonColumns shapes)
    {
        var polygons = Enumerable.Range(0, shapes.Count).Select(row => (Geometry)PolygonOf(shapes, row)).Where(p => p.Area > 0).ToList();
        return polygons.Count == 0 ? 0 : OverlayNGRobust.Union(polygons).Area;
    }

    /// <summary>A feature of one shell and its holes.</summary>
    public static Polygon PolygonOf(PolygonColumns shapes, int row)
    {
        var rings = Enumerable.Range(shapes.FeatureStart[row], shapes.FeatureStart[row + 1] - shapes.FeatureStart[row])
            .Select(ring => RingOf(shapes, ring)).ToArray();
        return new Polygon(rings[0], rings[1..]);
    }

    /// <summary>All shells of a feature, each with the holes that follow it.</summary>
    public static MultiPolygon MultiPolygonOf(PolygonColumns shapes, int row)
    {
        var polygons = new List<Polygon>();
        var rings = Enumerable.Range(shapes.FeatureStart[row], shapes.FeatureStart[row + 1] - shapes.FeatureStart[row]).ToList();
        foreach (var shell in rings.Where(ring => shapes.TwiceAreaOfRing(ring) > 0))
        {
            LinearRing[] holes = [.. rings.SkipWhile(ring => ring <= shell).TakeWhile(ring => shapes.TwiceAreaOfRing(ring) < 0)
                .Select(ring => RingOf(shapes, ring))];
            polygons.Add(new Polygon(RingOf(shapes, shell), holes));
        }

        return new MultiPolygon([.. polygons]);
    }

    private static LinearRing RingOf(PolygonColumns shapes, int ring) =>
        new([.. Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])
            .Select(i => new Coordinate(shapes.X[i], shapes.Y[i]))]);
}
