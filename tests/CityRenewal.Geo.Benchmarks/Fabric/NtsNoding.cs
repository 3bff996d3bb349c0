using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snap;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace CityRenewal.Geo.Benchmarks.Fabric;

/// <summary>The same work in NetTopologySuite's hands.</summary>
internal static class NtsNoding
{
    /// <summary>Number of faces after snapping within a tolerance (grid units) and noding all borders.</summary>
    public static int FacesOf(PolygonColumns parcels, double tolerance)
    {
        var borders = new List<ISegmentString>();
        for (var ring = 0; ring < parcels.RingStart.Length - 1; ring++)
        {
            if (parcels.RingStart[ring + 1] - parcels.RingStart[ring] > 3)
            {
                borders.Add(new NodedSegmentString(Coordinates(parcels, ring), null));
            }
        }

        var noder = new SnappingNoder(tolerance);
        noder.ComputeNodes(borders);
        var polygonizer = new Polygonizer();
        var seen = new HashSet<(Coordinate, Coordinate)>();
        foreach (var border in noder.GetNodedSubstrings())
        {
            for (var i = 1; i < border.Coordinates.Length; i++)
            {
                Coordinate a = border.Coordinates[i - 1], b = border.Coordinates[i];
                if (seen.Add(a.CompareTo(b) < 0 ? (a, b) : (b, a)))
                {
                    polygonizer.Add(new LineString([a, b]));
                }
            }
        }

        return polygonizer.GetPolygons().Count;
    }

    /// <summary>The faces of every group as polygons.</summary>
    public static List<Geometry[]> PolygonsOf(LandFabric fabric, IReadOnlyList<IReadOnlyList<int>> groups) =>
    [
        .. groups.Select(group =>
        {
            var faces = Outlines.Of(fabric, [.. group.Select(face => (IReadOnlyList<int>)[face])]);
            return Enumerable.Range(0, faces.Count).Select(face => (Geometry)PolygonOf(faces, face)).ToArray();
        }),
    ];

    public static void CoverageUnions(List<Geometry[]> groups)
    {
        foreach (var group in groups)
        {
            CoverageUnion.Union(GeometryFactory.Default.CreateGeometryCollection(group));
        }
    }

    private static Polygon PolygonOf(PolygonColumns shapes, int feature)
    {
        int first = shapes.FeatureStart[feature], end = shapes.FeatureStart[feature + 1];
        return new Polygon(
            new LinearRing(Coordinates(shapes, first)),
            [.. Enumerable.Range(first + 1, end - first - 1).Select(ring => new LinearRing(Coordinates(shapes, ring)))]);
    }

    private static Coordinate[] Coordinates(PolygonColumns shapes, int ring) =>
    [
        .. Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])
            .Select(i => new Coordinate(shapes.X[i], shapes.Y[i])),
    ];
}
