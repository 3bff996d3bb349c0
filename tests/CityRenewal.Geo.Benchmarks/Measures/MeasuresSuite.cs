using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Benchmarks.Measures;

/// <summary>Shape measures of parcels and of outlines, beside NetTopologySuite and PostGIS on the same polygons.</summary>
public sealed class MeasuresSuite : IBenchmarkSuite
{
    private const int Sample = 300;

    public string Name => "measures";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var lots = DrawnOutlines.Of(parcels, 6, 12, 150_000, 1);
        var outlines = DrawnOutlines.Of(Math.Max(1, parcels / 10), 200, 500, 1_000_000, 2);
        Quick(book, parcels, "of parcels", lots);
        Quick(book, parcels, "of outlines of 200-500 vertices", outlines);
        EachOfTheRest(book, parcels);
    }

    private void Quick(TrialBook book, int parcels, string what, PolygonColumns shapes)
    {
        var operation = $"area, perimeter, Polsby-Popper, Schwartzberg, hull, Reock {what}";
        book.Ours(Name, operation, parcels, shapes.Count, () => ShapeMeasures.Of(shapes, DrawnOutlines.Plane, ShapeSelection.Quick));
        if (!book.HasPeers)
        {
            return;
        }

        var polygons = ToPolygons(shapes);
        book.Peer(Name, operation, "NetTopologySuite 2.6", parcels, shapes.Count, () => polygons.AsParallel().Sum(QuickByNts), note: "two threads, polygons built before");
        if (book.PostGis is { } connection)
        {
            using var peer = new PostGisMeasures(connection, polygons);
            book.Peer(Name, operation, "PostGIS 3.3", parcels, shapes.Count, peer.Run, note: "geometries in a table, two parallel workers allowed");
        }
    }

    // One thread, so that the figure per feature is the time of one outline.
    private void EachOfTheRest(TrialBook book, int parcels)
    {
        var outlines = DrawnOutlines.Of(Sample, 500, 500, 1_000_000, 3);
        foreach (var measure in ShapeSelection.All.Measures.Where(measure => !ShapeSelection.Quick.Contains(measure)))
        {
            var one = ShapeSelection.Of(measure);
            book.Ours(
                Name, $"{MeasureNames.Of(measure).Wire} of {Sample} outlines of 500 vertices, one thread", parcels, Sample,
                () => ShapeMeasures.Of(outlines, DrawnOutlines.Plane, one, threads: 1));
        }
    }

    private static double QuickByNts(Polygon polygon)
    {
        double area = polygon.Area, perimeter = polygon.Length, radius = new MinimumBoundingCircle(polygon).GetRadius();
        var polsbyPopper = 4 * Math.PI * area / (perimeter * perimeter);
        return polsbyPopper + Math.Sqrt(polsbyPopper) + (area / polygon.ConvexHull().Area) + (area / (Math.PI * radius * radius));
    }

    private static Polygon[] ToPolygons(PolygonColumns shapes)
    {
        var polygons = new Polygon[shapes.Count];
        for (var i = 0; i < polygons.Length; i++)
        {
            var coordinates = new List<Coordinate>();
            for (var v = shapes.VertexStart(i); v < shapes.VertexEnd(i); v++)
            {
                coordinates.Add(new Coordinate(shapes.X[v] * DrawnOutlines.Plane.GridSize, shapes.Y[v] * DrawnOutlines.Plane.GridSize));
            }

            polygons[i] = new Polygon(new LinearRing([.. coordinates]));
        }

        return polygons;
    }
}
