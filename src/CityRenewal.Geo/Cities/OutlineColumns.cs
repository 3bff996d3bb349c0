using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Puts chosen outlines on a plane's grid; one that cannot be placed becomes an empty shape.</summary>
internal static class OutlineColumns
{
    public static PolygonColumns Of(SourceShapes shapes, IReadOnlyList<int> features, PlaneTransform transform)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var feature in features)
        {
            Add(builder, shapes, feature, transform);
        }

        return builder.ToColumns();
    }

    private static void Add(PolygonColumnsBuilder builder, SourceShapes shapes, int feature, PlaneTransform transform)
    {
        int first = shapes.FeatureStart[feature], end = shapes.FeatureStart[feature + 1];
        int from = shapes.RingStart[first], count = shapes.RingStart[end] - from;
        int[] x = new int[count], y = new int[count];
        if (transform.ToGrid(shapes.X.AsSpan(from, count), shapes.Y.AsSpan(from, count), x, y) == 0)
        {
            for (var ring = first; ring < end; ring++)
            {
                int start = shapes.RingStart[ring] - from, length = shapes.RingStart[ring + 1] - shapes.RingStart[ring];
                builder.Ring(x.AsSpan(start, length), y.AsSpan(start, length), shapes.IsHole.Length > 0 && shapes.IsHole[ring]);
            }
        }

        builder.EndFeature();
    }
}
