using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Most buildings stand in the middle of a parcel: their box tells without a look at their walls.</summary>
internal static class BoxSides
{
    /// <summary>Side of a box that has an area; the polygon is less than 2^30 units wide and high.</summary>
    public static BoxSide Of(PolygonColumns shapes, int feature, in GridBox box)
    {
        var isInside = false;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
            if (!TryRing(shapes.X.Slice(start, count), shapes.Y.Slice(start, count), box, ref isInside))
            {
                return BoxSide.Crossed;
            }
        }

        return isInside ? BoxSide.Inside : BoxSide.Outside;
    }

    // Counts the edges left of the box at half a unit above its middle, where no vertex can be.
    private static bool TryRing(ReadOnlySpan<int> x, ReadOnlySpan<int> y, in GridBox box, ref bool isInside)
    {
        var middle = (int)(((long)box.MinY + box.MaxY) >> 1);
        for (var i = 1; i < x.Length; i++)
        {
            int ax = x[i - 1], ay = y[i - 1], bx = x[i], by = y[i];
            if ((ay <= box.MinY && by <= box.MinY) || (ay >= box.MaxY && by >= box.MaxY)
                || (ax >= box.MaxX && bx >= box.MaxX))
            {
                continue;
            }

            var isLeft = ax <= box.MinX && bx <= box.MinX;
            if (!isLeft && !TrySide(ax, ay, bx, by, box, out isLeft))
            {
                return false;
            }

            isInside ^= isLeft && ay <= middle != by <= middle;
        }

        return true;
    }

    // The box of the edge meets the box: all four corners must lie on one side of the edge.
    private static bool TrySide(long ax, long ay, long bx, long by, in GridBox box, out bool isLeft)
    {
        long dx = bx - ax, dy = by - ay;
        long low = dx * (box.MinY - ay), high = dx * (box.MaxY - ay), left = dy * (box.MinX - ax), right = dy * (box.MaxX - ax);
        var least = Math.Min(low, high) - Math.Max(left, right);
        var most = Math.Max(low, high) - Math.Min(left, right);
        isLeft = dy > 0 ? most <= 0 : least >= 0;
        return least >= 0 || most <= 0;
    }
}
