using CityRenewal.Geo.Shapes;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Benchmarks.Overlay;

/// <summary>
/// NetTopologySuite at its best practice: geometries made beforehand (not timed), the zone cut into tiles, an STRtree,
/// prepared tiles, "covers" before any overlay, OverlayNG on two threads.
/// </summary>
internal sealed class NtsPeer
{
    private const double TileUnits = 6_500_000;

    private static readonly GeometryFactory Factory = new NtsGeometryServices(GeometryOverlay.NG).CreateGeometryFactory();

    private readonly Geometry[] _features;

    public NtsPeer(PolygonColumns shapes) => _features = GeometriesOf(shapes);

    public static Geometry[] GeometriesOf(PolygonColumns shapes)
    {
        var geometries = new Geometry[shapes.Count];
        for (var i = 0; i < geometries.Length; i++)
        {
            geometries[i] = GeometryOf(shapes, i);
            _ = geometries[i].EnvelopeInternal;
        }

        return geometries;
    }

    /// <summary>Area of every feature in the union of zones, square grid units.</summary>
    public double[] AreasIn(PolygonColumns zones)
    {
        var union = zones.Count == 1 ? GeometryOf(zones, 0) : OverlayNGRobust.Union(GeometriesOf(zones));
        var tiles = TilesOf(union);
        var areas = new double[_features.Length];
        Parallel.For(0, areas.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => areas[i] = AreaIn(_features[i], tiles));
        return areas;
    }

    /// <summary>Floor area (storeys × shared area) of buildings on others, summed per other; square grid units.</summary>
    public double[] FloorAreasBy(PolygonColumns others)
    {
        var geometries = GeometriesOf(others);
        var index = new STRtree<int>();
        for (var i = 0; i < geometries.Length; i++)
        {
            index.Insert(geometries[i].EnvelopeInternal, i);
        }

        index.Build();
        var prepared = Array.ConvertAll(geometries, PreparedGeometryFactory.Prepare);
        var sums = new double[geometries.Length];
        var gate = new Lock();
        Parallel.For(0, _features.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var feature = _features[i];
            foreach (var other in index.Query(feature.EnvelopeInternal))
            {
                var area = !prepared[other].Intersects(feature) ? 0
                    : prepared[other].Covers(feature) ? feature.Area
                    : OverlayNGRobust.Overlay(feature, geometries[other], SpatialFunction.Intersection).Area;
                if (area > 0)
                {
                    lock (gate)
                    {
                        sums[other] += area * GridTown.StoreysOf(i);
                    }
                }
            }
        });
        return sums;
    }

    private static double AreaIn(Geometry feature, STRtree<IPreparedGeometry> tiles)
    {
        double area = 0;
        foreach (var tile in tiles.Query(feature.EnvelopeInternal))
        {
            if (tile.Covers(feature))
            {
                return feature.Area;
            }

            area += tile.Intersects(feature)
                ? OverlayNGRobust.Overlay(feature, tile.Geometry, SpatialFunction.Intersection).Area
                : 0;
        }

        return area;
    }

    // Halved until a piece is a tile wide: each cut works on what the one before has left.
    private static STRtree<IPreparedGeometry> TilesOf(Geometry union)
    {
        var tree = new STRtree<IPreparedGeometry>();
        var open = new Stack<Geometry>([union]);
        while (open.TryPop(out var piece))
        {
            var box = piece.EnvelopeInternal;
            if (box.MaxExtent <= TileUnits || piece.NumPoints <= 64)
            {
                tree.Insert(box, PreparedGeometryFactory.Prepare(piece));
                continue;
            }

            var (first, second) = HalvesOf(box);
            foreach (var half in new[] { first, second })
            {
                var part = OverlayNGRobust.Overlay(piece, Factory.ToGeometry(half), SpatialFunction.Intersection);
                if (!part.IsEmpty && part.Area > 0)
                {
                    open.Push(part);
                }
            }
        }

        tree.Build();
        return tree;
    }

    private static (Envelope First, Envelope Second) HalvesOf(Envelope box) => box.Width >= box.Height
        ? (new Envelope(box.MinX, box.Centre.X, box.MinY, box.MaxY), new Envelope(box.Centre.X, box.MaxX, box.MinY, box.MaxY))
        : (new Envelope(box.MinX, box.MaxX, box.MinY, box.Centre.Y), new Envelope(box.MinX, box.MaxX, box.Centre.Y, box.MaxY));

    private static Polygon GeometryOf(PolygonColumns shapes, int feature)
    {
        var rings = new List<LinearRing>();
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            var coordinates = new Coordinate[shapes.RingStart[ring + 1] - shapes.RingStart[ring]];
            for (var i = 0; i < coordinates.Length; i++)
            {
                var vertex = shapes.RingStart[ring] + i;
                coordinates[i] = new Coordinate(shapes.X[vertex], shapes.Y[vertex]);
            }

            rings.Add(Factory.CreateLinearRing(coordinates));
        }

        return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }
}
