namespace CityRenewal.Geo.Fabric;

/// <summary>Sews two triangulations together that a line separates: the low one west of it, or south.</summary>
internal readonly struct HullMerge(Subdivision plane, EdgePool pool)
{
    /// <summary>Takes a hull edge (outside on the right) of both; gives one of the whole.</summary>
    public int Join(int low, int high, int axis)
    {
        var order = new PointOrder(plane.X, plane.Y, axis);
        var left = plane.OriginPrevious(Extreme(low, order, 1));
        var right = Extreme(high, order, -1);
        while (true)
        {
            if (plane.Turn(plane.Origin(right), plane.Origin(left), plane.Target(left)) > 0)
            {
                left = plane.LeftNext(left);
            }
            else if (plane.Turn(plane.Origin(left), plane.Target(right), plane.Origin(right)) > 0)
            {
                right = plane.RightPrevious(right);
            }
            else
            {
                break;
            }
        }

        var tangent = plane.Connect(pool.Take(), right ^ 1, left);
        Rise(tangent);
        return tangent ^ 1;
    }

    /// <summary>The hull edge out of the hull's last point in the order (direction 1) or its first (-1).</summary>
    private int Extreme(int hull, PointOrder order, int direction)
    {
        var e = hull;
        while (order.Compare(plane.Target(e), plane.Origin(e)) * direction > 0)
        {
            e = plane.RightPrevious(e);
        }

        // One step back along the hull ends where this edge begins.
        var back = plane.OriginPrevious(e) ^ 1;
        while (order.Compare(plane.Origin(back), plane.Origin(e)) * direction > 0)
        {
            e = back;
            back = plane.OriginPrevious(e) ^ 1;
        }

        return e;
    }

    // From the lower common tangent upwards: each new cross edge takes the next point of the side that keeps circles empty.
    private void Rise(int cross)
    {
        while (true)
        {
            var left = plane.OriginNext(cross ^ 1);
            var isLeftAbove = IsAbove(left, cross);
            while (isLeftAbove && plane.InCircle(
                plane.Target(cross), plane.Origin(cross), plane.Target(left), plane.Target(plane.OriginNext(left))))
            {
                left = Drop(left, plane.OriginNext(left));
            }

            var right = plane.OriginPrevious(cross);
            var isRightAbove = IsAbove(right, cross);
            while (isRightAbove && plane.InCircle(
                plane.Target(cross), plane.Origin(cross), plane.Target(right), plane.Target(plane.OriginPrevious(right))))
            {
                right = Drop(right, plane.OriginPrevious(right));
            }

            if (!isLeftAbove && !isRightAbove)
            {
                return;
            }

            var takesRight = !isLeftAbove || (isRightAbove && plane.InCircle(
                plane.Target(left), plane.Origin(left), plane.Origin(right), plane.Target(right)));
            cross = takesRight
                ? plane.Connect(pool.Take(), right, cross ^ 1)
                : plane.Connect(pool.Take(), cross ^ 1, left ^ 1);
        }
    }

    private bool IsAbove(int e, int cross) =>
        plane.Turn(plane.Target(e), plane.Target(cross), plane.Origin(cross)) > 0;

    private int Drop(int e, int next)
    {
        plane.Delete(e);
        pool.Return(e >> 1);
        return next;
    }
}
