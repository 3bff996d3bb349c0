namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Where an edge crosses the frame of a tile.</summary>
/// <param name="X">Units, rounded; on the frame.</param>
/// <param name="Y">Units, rounded.</param>
/// <param name="Place">Along the frame with its inside on the left, from its least corner; not rounded.</param>
internal readonly record struct FrameCrossing(int X, int Y, double Place)
{
    private const int Low = -TileAddress.Margin;
    private const int High = TileAddress.Extent + TileAddress.Margin;
    private const int Side = High - Low;

    /// <summary>Whether an edge between two points outside of the frame runs through its inside.</summary>
    public static bool Passes(int ax, int ay, int bx, int by)
    {
        if (Math.Max(ax, bx) <= Low || Math.Min(ax, bx) >= High || Math.Max(ay, by) <= Low || Math.Min(ay, by) >= High)
        {
            return false;
        }

        var (enters, leaves) = Span(ax, ay, bx, by);
        return enters < leaves;
    }

    /// <summary>The crossing where an edge that runs through the inside comes in or goes out.</summary>
    public static FrameCrossing Of(int ax, int ay, int bx, int by, bool isEntry)
    {
        var (enters, leaves) = Span(ax, ay, bx, by);
        var share = isEntry ? enters : leaves;
        double x = ax + (share * ((double)bx - ax)), y = ay + (share * ((double)by - ay));
        double toLeft = Math.Abs(x - Low), toRight = Math.Abs(x - High), toTop = Math.Abs(y - Low), toBottom = Math.Abs(y - High);
        var nearest = Math.Min(Math.Min(toLeft, toRight), Math.Min(toTop, toBottom));
        (x, y) = (Math.Clamp(x, Low, High), Math.Clamp(y, Low, High));
        return nearest == toTop ? new FrameCrossing(Whole(x), Low, x - Low)
            : nearest == toRight ? new FrameCrossing(High, Whole(y), Side + y - Low)
            : nearest == toBottom ? new FrameCrossing(Whole(x), High, (2 * Side) + High - x)
            : new FrameCrossing(Low, Whole(y), (3 * Side) + High - y);
    }

    // Shares of the edge between which it lies inside, after Liang and Barsky (1984).
    private static (double Enters, double Leaves) Span(int ax, int ay, int bx, int by)
    {
        double enters = 0, leaves = 1;
        Narrow(ax, bx, ref enters, ref leaves);
        Narrow(ay, by, ref enters, ref leaves);
        return (enters, leaves);
    }

    private static void Narrow(int a, int b, ref double enters, ref double leaves)
    {
        if (a == b)
        {
            leaves = a is <= Low or >= High ? -1 : leaves;
            return;
        }

        double toLow = ((double)Low - a) / ((double)b - a), toHigh = ((double)High - a) / ((double)b - a);
        enters = Math.Max(enters, Math.Min(toLow, toHigh));
        leaves = Math.Min(leaves, Math.Max(toLow, toHigh));
    }

    private static int Whole(double value) => (int)Math.Round(value);
}
