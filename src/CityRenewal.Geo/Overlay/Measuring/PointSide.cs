using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Where a point lies to a polygon, decided exactly with integers.</summary>
internal static class PointSide
{
    private const long Near = 1 << 30;

    /// <summary>Inside, outside, or on the outline.</summary>
    public static PointPlace Of(PolygonColumns shapes, int feature, int x, int y)
    {
        var isInside = false;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
            var xs = shapes.X.Slice(start, count);
            var ys = shapes.Y.Slice(start, count);
            for (var i = 1; i < xs.Length; i++)
            {
                int ay = ys[i - 1], by = ys[i];
                if ((ay > y && by > y) || (ay < y && by < y) || (xs[i - 1] > x && xs[i] > x))
                {
                    continue;
                }

                long ax = (long)xs[i - 1] - x, bx = (long)xs[i] - x;
                var turn = TurnOf(ax, (long)ay - y, bx, (long)by - y);
                if (turn == 0 && Math.Min(ax, bx) <= 0 && Math.Max(ax, bx) >= 0)
                {
                    return PointPlace.OnOutline;
                }

                // The edge passes left of the point where the point lies right of its upward direction.
                isInside ^= ay <= y != by <= y && (by > ay ? turn < 0 : turn > 0);
            }
        }

        return isInside ? PointPlace.Inside : PointPlace.Outside;
    }

    /// <summary>True inside and on the outline.</summary>
    public static bool IsIn(PolygonColumns shapes, int feature, int x, int y) =>
        Of(shapes, feature, x, y) != PointPlace.Outside;

    private static int TurnOf(long ax, long ay, long bx, long by) =>
        IsNear(ax) && IsNear(ay) && IsNear(bx) && IsNear(by)
            ? Math.Sign((ax * by) - (bx * ay))
            : Int128.Sign(((Int128)ax * by) - ((Int128)bx * ay));

    private static bool IsNear(long difference) => difference is < Near and > -Near;
}
