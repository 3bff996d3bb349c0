using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>Takes outlines from the grid back to the reference system that the city was delivered in.</summary>
internal static class GridShapes
{
    /// <summary>The chosen features in the given order.</summary>
    internal static SourceShapes ToSource(PolygonColumns shapes, IReadOnlyList<int> features, PlaneTransform transform)
    {
        var vertices = features.Sum(feature => shapes.VertexEnd(feature) - shapes.VertexStart(feature));
        double[] x = new double[vertices], y = new double[vertices];
        var (ringStart, featureStart, isHole) = (new List<int> { 0 }, new List<int> { 0 }, new List<bool>());
        foreach (var feature in features)
        {
            int from = shapes.VertexStart(feature), count = shapes.VertexEnd(feature) - from, at = ringStart[^1];
            transform.FromGrid(shapes.X.Slice(from, count), shapes.Y.Slice(from, count), x.AsSpan(at, count), y.AsSpan(at, count));
            for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
            {
                ringStart.Add(at + shapes.RingStart[ring + 1] - from);
                isHole.Add(shapes.TwiceAreaOfRing(ring) < 0);
            }

            featureStart.Add(isHole.Count);
        }

        return new SourceShapes
        {
            Kind = ShapeKind.Polygon, X = x, Y = y, RingStart = [.. ringStart], FeatureStart = [.. featureStart], IsHole = [.. isHole],
        };
    }

    /// <summary>Features that each have columns of their own, such as the outlines of areas.</summary>
    internal static SourceShapes ToSource(IReadOnlyList<PolygonColumns> outlines, PlaneTransform transform) =>
        ToSourceTogether([.. outlines.Select(outline => (outline, (IReadOnlyList<int>)[.. Enumerable.Range(0, outline.Count)]))], transform);

    /// <summary>One feature per entry: all the rings of everything that it names.</summary>
    internal static SourceShapes ToSourceTogether(
        IReadOnlyList<(PolygonColumns Shapes, IReadOnlyList<int> Features)> groups, PlaneTransform transform)
    {
        var (x, y, isHole) = (new List<double>(), new List<double>(), new List<bool>());
        var (ringStart, featureStart) = (new List<int> { 0 }, new List<int> { 0 });
        foreach (var (shapes, features) in groups)
        {
            var part = ToSource(shapes, features, transform);
            var vertex = ringStart[^1];
            x.AddRange(part.X);
            y.AddRange(part.Y);
            isHole.AddRange(part.IsHole);
            ringStart.AddRange(part.RingStart.Skip(1).Select(start => vertex + start));
            featureStart.Add(isHole.Count);
        }

        return new SourceShapes
        {
            Kind = ShapeKind.Polygon, X = [.. x], Y = [.. y], RingStart = [.. ringStart], FeatureStart = [.. featureStart], IsHole = [.. isHole],
        };
    }
}
