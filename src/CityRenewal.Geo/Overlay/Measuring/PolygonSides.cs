using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Most buildings near a border don't cross it: where every border edge in reach has all of the building on one side, the
/// building lies inside or outside whole. Decided exactly with integers.
/// </summary>
internal static class PolygonSides
{
    /// <summary>How a feature of one ring lies to a polygon; Crossed as well where it takes the exact area to tell.</summary>
    public static BoxSide Of(PolygonColumns shapes, int feature, in GridBox box, PolygonColumns others, int other)
    {
        if (shapes.FeatureStart[feature + 1] - shapes.FeatureStart[feature] != 1)
        {
            return BoxSide.Crossed;
        }

        int start = shapes.VertexStart(feature), count = shapes.VertexEnd(feature) - start - 1;
        var x = shapes.X.Slice(start, count);
        var y = shapes.Y.Slice(start, count);
        return IsCrossed(x, y, box, others, other) ? BoxSide.Crossed : SideOfVertices(x, y, others, other);
    }

    private static bool IsCrossed(
        ReadOnlySpan<int> x, ReadOnlySpan<int> y, in GridBox box, PolygonColumns others, int other)
    {
        for (var ring = others.FeatureStart[other]; ring < others.FeatureStart[other + 1]; ring++)
        {
            int start = others.RingStart[ring], count = others.RingStart[ring + 1] - start;
            var ringX = others.X.Slice(start, count);
            var ringY = others.Y.Slice(start, count);
            for (var i = 1; i < ringX.Length; i++)
            {
                int ax = ringX[i - 1], ay = ringY[i - 1], bx = ringX[i], by = ringY[i];
                var isFar = (ax <= box.MinX && bx <= box.MinX) || (ax >= box.MaxX && bx >= box.MaxX)
                    || (ay <= box.MinY && by <= box.MinY) || (ay >= box.MaxY && by >= box.MaxY);
                if (!isFar && AreOnBothSides(x, y, (ax, ay), (bx, by)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreOnBothSides(
        ReadOnlySpan<int> x, ReadOnlySpan<int> y, (long X, long Y) a, (long X, long Y) b)
    {
        long dx = b.X - a.X, dy = b.Y - a.Y, least = 0, most = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var side = (dx * (y[i] - a.Y)) - (dy * (x[i] - a.X));
            least = Math.Min(least, side);
            most = Math.Max(most, side);
        }

        return least < 0 && most > 0;
    }

    // Any vertex off the outline tells for all of the feature.
    private static BoxSide SideOfVertices(ReadOnlySpan<int> x, ReadOnlySpan<int> y, PolygonColumns others, int other)
    {
        for (var i = 0; i < x.Length; i++)
        {
            switch (PointSide.Of(others, other, x[i], y[i]))
            {
                case PointPlace.Inside:
                    return BoxSide.Inside;
                case PointPlace.Outside:
                    return BoxSide.Outside;
            }
        }

        return BoxSide.Crossed;
    }
}
