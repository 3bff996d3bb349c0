using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Puts chosen outlines on a plane's grid. One that cannot be placed becomes an empty shape; one that crosses itself is
/// read by the even-odd rule, as the parcels of a city are, and named.
/// </summary>
internal static class OutlineColumns
{
    public static PolygonColumns Of(
        SourceShapes shapes, IReadOnlyList<int> features, PlaneTransform transform, ICollection<int>? mended = null, ICollection<int>? unplaced = null)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var feature in features)
        {
            if (RingsOf(shapes, feature, transform) is not { } placed)
            {
                unplaced?.Add(feature);
                placed = [];
            }

            var (rings, faults) = IsPlain(placed) ? (placed, []) : ShapeMending.Of(placed);
            foreach (var ring in rings)
            {
                builder.Ring(ring.X, ring.Y, ring.IsHole);
            }

            builder.EndFeature();
            if (faults.Count > 0)
            {
                mended?.Add(feature);
            }
        }

        return builder.ToColumns();
    }

    // Most outlines are one ring that the quick proof settles.
    private static bool IsPlain(List<GridRing> rings) =>
        rings.Count == 1 && !rings[0].IsHole && GridBox.Of(rings[0].X, rings[0].Y) is var box
        && (long)box.MaxX - box.MinX < SimpleRing.Widest && (long)box.MaxY - box.MinY < SimpleRing.Widest
        && SimpleRing.IsSurelySimple(rings[0].X.AsSpan()[..^1], rings[0].Y.AsSpan()[..^1]);

    // Null where a vertex has no place on the plane.
    private static List<GridRing>? RingsOf(SourceShapes shapes, int feature, PlaneTransform transform)
    {
        int first = shapes.FeatureStart[feature], end = shapes.FeatureStart[feature + 1];
        int from = shapes.RingStart[first], count = shapes.RingStart[end] - from;
        int[] x = new int[count], y = new int[count];
        if (transform.ToGrid(shapes.X.AsSpan(from, count), shapes.Y.AsSpan(from, count), x, y) > 0)
        {
            return null;
        }

        var rings = new List<GridRing>();
        for (var ring = first; ring < end; ring++)
        {
            int start = shapes.RingStart[ring] - from, stop = shapes.RingStart[ring + 1] - from;
            if (stop - start > 1 && x[start] == x[stop - 1] && y[start] == y[stop - 1])
            {
                stop--;
            }

            // Fewer than three corners enclose nothing.
            if (stop - start >= 3)
            {
                rings.Add(new GridRing(
                    [.. x[start..stop], x[start]], [.. y[start..stop], y[start]], shapes.IsHole.Length > 0 && shapes.IsHole[ring]));
            }
        }

        return rings;
    }
}
