using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace CityRenewal.Geo.Shapes;

/// <summary>Cuts a polygon along a line into pieces on the grid. Neighbouring pieces share the vertices of the cut exactly.</summary>
internal static class PolygonCut
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>The pieces, from the largest down, ties by their lowest vertex; one where the line does not run through.</summary>
    /// <param name="shapes">A layer.</param>
    /// <param name="feature">The feature: one shell with its holes.</param>
    /// <param name="line">Points of the line, grid units.</param>
    public static IReadOnlyList<PolygonColumns> Of(PolygonColumns shapes, int feature, IReadOnlyList<(int X, int Y)> line)
    {
        var polygon = PolygonOf(shapes, feature);
        var cut = Factory.CreateLineString([.. line.Select(point => new Coordinate(point.X, point.Y))]);
        var lines = OverlayNGRobust.Overlay(polygon.Boundary, cut, NetTopologySuite.Operation.Overlay.SpatialFunction.Union);
        var polygonizer = new Polygonizer();
        polygonizer.Add(lines);
        var pieces = new List<(Int128 TwiceArea, PolygonColumns Shape)>();
        foreach (var piece in polygonizer.GetPolygons().OfType<Polygon>())
        {
            // The outline may touch itself, which a point in it does not mind and the general relation of shapes would.
            if (SimplePointInAreaLocator.IsContained(piece.InteriorPoint.Coordinate, polygon) && ColumnsOf(piece) is { } shape)
            {
                pieces.Add((shape.TwiceAreaOf(0), shape));
            }
        }

        return [.. pieces.OrderByDescending(piece => piece.TwiceArea).ThenBy(piece => piece.Shape.Y.ToArray().Min()).ThenBy(piece => piece.Shape.X.ToArray().Min()).Select(piece => piece.Shape)];
    }

    private static Polygon PolygonOf(PolygonColumns shapes, int feature)
    {
        var rings = new List<LinearRing>();
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            var points = new List<Coordinate>();
            for (var i = shapes.RingStart[ring]; i < shapes.RingStart[ring + 1]; i++)
            {
                points.Add(new Coordinate(shapes.X[i], shapes.Y[i]));
            }

            rings.Add(Factory.CreateLinearRing([.. points]));
        }

        return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    /// <summary>A piece on the grid; null where nothing is left of it there.</summary>
    private static PolygonColumns? ColumnsOf(Polygon piece)
    {
        List<int> x = [], y = [], starts = [0];
        foreach (var (ring, isShell) in piece.InteriorRings.Select(hole => (hole, false)).Prepend((piece.ExteriorRing, true)))
        {
            var points = OnGrid(ring.Coordinates);
            if (points.Count < 4)
            {
                if (isShell)
                {
                    return null;
                }

                continue;
            }

            if (IsAnticlockwise(points) != isShell)
            {
                points.Reverse();
            }

            x.AddRange(points.Select(point => point.X));
            y.AddRange(points.Select(point => point.Y));
            starts.Add(x.Count);
        }

        return new PolygonColumns([.. x], [.. y], [.. starts], [0, starts.Count - 1]);
    }

    private static List<(int X, int Y)> OnGrid(Coordinate[] ring)
    {
        var points = new List<(int X, int Y)>(ring.Length);
        foreach (var point in ring)
        {
            var onGrid = ((int)Math.Round(point.X), (int)Math.Round(point.Y));
            if (points.Count == 0 || points[^1] != onGrid)
            {
                points.Add(onGrid);
            }
        }

        return points;
    }

    private static bool IsAnticlockwise(List<(int X, int Y)> ring)
    {
        Int128 twice = 0;
        for (var i = 1; i < ring.Count; i++)
        {
            twice += ((Int128)ring[i - 1].X * ring[i].Y) - ((Int128)ring[i].X * ring[i - 1].Y);
        }

        return twice > 0;
    }
}
