using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Whether a point lies in a polygon, decided exactly with integers; a point on its outline does.</summary>
internal static class PointSide
{
    /// <summary>True inside and on the outline.</summary>
    public static bool IsIn(PolygonColumns shapes, int feature, int x, int y)
    {
        var isInside = false;
        var xs = shapes.X;
        var ys = shapes.Y;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            for (var i = shapes.RingStart[ring] + 1; i < shapes.RingStart[ring + 1]; i++)
            {
                long ax = (long)xs[i - 1] - x, ay = (long)ys[i - 1] - y, bx = (long)xs[i] - x, by = (long)ys[i] - y;
                if ((ay > 0 && by > 0) || (ay < 0 && by < 0) || (ax > 0 && bx > 0))
                {
                    continue;
                }

                var turn = Int128.Sign(((Int128)ax * by) - ((Int128)bx * ay));
                if (turn == 0 && Math.Min(ax, bx) <= 0 && Math.Max(ax, bx) >= 0)
                {
                    return true;
                }

                // The edge passes left of the point where the point lies right of its upward direction.
                isInside ^= ay <= 0 != by <= 0 && (by > ay ? turn < 0 : turn > 0);
            }
        }

        return isInside;
    }
}
