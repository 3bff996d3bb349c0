namespace CityRenewal.Geo.Defects;

/// <summary>
/// Finds where a ring meets itself or another ring: the first crossing if there is one, else the first touch.
/// The search stops at a crossing, and after a thousand touches.
/// </summary>
internal sealed class RingMeetings(RingPath a, RingPath b)
{
    private const int MostTouches = 1000;

    private readonly bool _self = ReferenceEquals(a, b);
    private int _touches;

    /// <summary>What was found.</summary>
    public SegmentMeeting Found { get; private set; }

    /// <summary>Vertex of the first ring at the start of the edge that meets.</summary>
    public int VertexA { get; private set; }

    /// <summary>Vertex of the second ring at the start of the edge that meets.</summary>
    public int VertexB { get; private set; }

    /// <summary>Searches all pairs of edges, except neighbours on one ring.</summary>
    public RingMeetings Search()
    {
        if (a.Count < 2 || b.Count < 2)
        {
            return this;
        }

        // Boxes around the few edges of small rings would cost more than they save.
        if (a.Leaves == 1 && b.Leaves == 1)
        {
            Compare(0, 0);
        }
        else
        {
            a.NeedBoxes();
            b.NeedBoxes();
            Visit(1, 1);
        }

        return this;
    }

    private bool IsDone => Found == SegmentMeeting.Cross || _touches >= MostTouches;

    private void Visit(int nodeA, int nodeB)
    {
        if (IsDone || !a.Meets(nodeA, b, nodeB))
        {
            return;
        }

        var leafA = nodeA >= a.Width;
        var leafB = nodeB >= b.Width;
        if (leafA && leafB)
        {
            Compare(nodeA - a.Width, nodeB - b.Width);
        }
        else if (_self && nodeA == nodeB)
        {
            Visit(2 * nodeA, 2 * nodeA);
            Visit(2 * nodeA, (2 * nodeA) + 1);
            Visit((2 * nodeA) + 1, (2 * nodeA) + 1);
        }
        else if (!leafA && (leafB || nodeA <= nodeB))
        {
            Visit(2 * nodeA, nodeB);
            Visit((2 * nodeA) + 1, nodeB);
        }
        else
        {
            Visit(nodeA, 2 * nodeB);
            Visit(nodeA, (2 * nodeB) + 1);
        }
    }

    private void Compare(int leafA, int leafB)
    {
        var (startA, endA) = a.Edges(leafA);
        var (startB, endB) = b.Edges(leafB);
        for (var i = startA; i < endA; i++)
        {
            for (var j = _self && leafA == leafB ? i + 1 : startB; j < endB; j++)
            {
                var neighbours = _self && (a.After(i) == j || a.After(j) == i);
                if (!neighbours)
                {
                    Note(Meeting(i, j), i, j);
                }

                if (IsDone)
                {
                    return;
                }
            }
        }
    }

    private void Note(SegmentMeeting meeting, int i, int j)
    {
        if (meeting == SegmentMeeting.Touch)
        {
            _touches++;
        }

        if (meeting > Found)
        {
            (Found, VertexA, VertexB) = (meeting, i, j);
        }
    }

    private SegmentMeeting Meeting(int i, int j)
    {
        int i2 = a.After(i), j2 = b.After(j);
        double ax = a.X(i), ay = a.Y(i), bx = a.X(i2), by = a.Y(i2);
        double cx = b.X(j), cy = b.Y(j), dx = b.X(j2), dy = b.Y(j2);
        if (Math.Max(ax, bx) < Math.Min(cx, dx) || Math.Max(cx, dx) < Math.Min(ax, bx)
            || Math.Max(ay, by) < Math.Min(cy, dy) || Math.Max(cy, dy) < Math.Min(ay, by))
        {
            return SegmentMeeting.None;
        }

        int c = Turn.Of(ax, ay, bx, by, cx, cy), d = Turn.Of(ax, ay, bx, by, dx, dy);
        if (c * d > 0)
        {
            return SegmentMeeting.None;
        }

        int s = Turn.Of(cx, cy, dx, dy, ax, ay), e = Turn.Of(cx, cy, dx, dy, bx, by);
        if (s * e > 0)
        {
            return SegmentMeeting.None;
        }

        if (c == 0 && d == 0)
        {
            return InLine(i, j, (ax, ay), (bx, by), (cx, cy), (dx, dy));
        }

        if (c * d < 0 && s * e < 0)
        {
            return SegmentMeeting.Cross;
        }

        return PassAt(i, j, c == 0 ? (cx, cy) : d == 0 ? (dx, dy) : s == 0 ? (ax, ay) : (bx, by));
    }

    private SegmentMeeting InLine(
        int i, int j, (double X, double Y) a1, (double X, double Y) a2, (double X, double Y) b1, (double X, double Y) b2)
    {
        var alongX = Math.Abs(a2.X - a1.X) >= Math.Abs(a2.Y - a1.Y);
        var (lowA, highA) = alongX ? Ordered(a1.X, a2.X) : Ordered(a1.Y, a2.Y);
        var (lowB, highB) = alongX ? Ordered(b1.X, b2.X) : Ordered(b1.Y, b2.Y);
        var (low, high) = (Math.Max(lowA, lowB), Math.Min(highA, highB));
        if (low != high)
        {
            return low < high ? SegmentMeeting.Cross : SegmentMeeting.None;
        }

        return PassAt(i, j, b1 == a1 || b1 == a2 ? b1 : b2);
    }

    private static (double Low, double High) Ordered(double first, double second) =>
        first <= second ? (first, second) : (second, first);

    // An end of one edge lies on the other: they cross there only if one path changes to the other's other side.
    private SegmentMeeting PassAt(int i, int j, (double X, double Y) point)
    {
        var (x, y) = point;
        var (a1, a2) = Arms(a, i, x, y);
        var (b1, b2) = Arms(b, j, x, y);
        return IsLeftOf(a1, point, a2, b1) * IsLeftOf(a1, point, a2, b2) < 0 ? SegmentMeeting.Cross : SegmentMeeting.Touch;
    }

    private static ((double X, double Y) In, (double X, double Y) Out) Arms(RingPath ring, int edge, double x, double y)
    {
        var end = ring.After(edge);
        if (ring.X(edge) == x && ring.Y(edge) == y)
        {
            var before = ring.Before(edge);
            return ((ring.X(before), ring.Y(before)), (ring.X(end), ring.Y(end)));
        }

        var start = (ring.X(edge), ring.Y(edge));
        if (ring.X(end) == x && ring.Y(end) == y)
        {
            var after = ring.After(end);
            return (start, (ring.X(after), ring.Y(after)));
        }

        return (start, (ring.X(end), ring.Y(end)));
    }

    // 1 where q lies left of the path in-p-out, -1 right of it, 0 on one of its arms.
    private static int IsLeftOf(
        (double X, double Y) into, (double X, double Y) p, (double X, double Y) outOf, (double X, double Y) q)
    {
        var first = Turn.Of(into.X, into.Y, p.X, p.Y, q.X, q.Y);
        var second = Turn.Of(p.X, p.Y, outOf.X, outOf.Y, q.X, q.Y);
        var bend = Turn.Of(into.X, into.Y, p.X, p.Y, outOf.X, outOf.Y);
        return bend >= 0
            ? first > 0 && second > 0 ? 1 : first < 0 || second < 0 ? -1 : 0
            : first < 0 && second < 0 ? -1 : first > 0 || second > 0 ? 1 : 0;
    }
}
