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
    internal static SourceShapes ToSource(IReadOnlyList<PolygonColumns> outlines, PlaneTransform transform)
    {
        var parts = outlines.Select(outline => ToSource(outline, [.. Enumerable.Range(0, outline.Count)], transform)).ToList();
        var (ringStart, featureStart) = (new List<int> { 0 }, new List<int> { 0 });
        foreach (var part in parts)
        {
            var vertex = ringStart[^1];
            ringStart.AddRange(part.RingStart.Skip(1).Select(start => vertex + start));
            featureStart.Add(featureStart[^1] + part.RingStart.Length - 1);
        }

        return new SourceShapes
        {
            Kind = ShapeKind.Polygon,
            X = [.. parts.SelectMany(part => part.X)],
            Y = [.. parts.SelectMany(part => part.Y)],
            RingStart = [.. ringStart],
            FeatureStart = [.. featureStart],
            IsHole = [.. parts.SelectMany(part => part.IsHole)],
        };
    }
}
