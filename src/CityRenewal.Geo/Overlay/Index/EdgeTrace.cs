namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Walks the edges of zones through a grid whose lines lie half a unit beside the integers, so that no vertex is ever on
/// a line. Every cell that an edge enters is an entry; every crossing of a row's lower line is a step. Both are found with
/// integers only, so they can't contradict each other.
/// </summary>
internal sealed class EdgeTrace : IDisposable
{
    private const long Near = 1 << 30;

    private readonly GridFrame _frame;

    private EdgeTrace(ZoneEdges edges, GridFrame frame)
    {
        _frame = frame;
        Entries = new CellEntries(edges.Count * 3);
        Steps = new CellEntries(edges.Count);
    }

    /// <summary>The cells that each edge enters.</summary>
    public CellEntries Entries { get; }

    /// <summary>Where each edge crosses the lower line of a row: the row, and the column of the crossing.</summary>
    public CellEntries Steps { get; }

    /// <summary>Traces all edges.</summary>
    public static EdgeTrace Of(ZoneEdges edges, GridFrame frame)
    {
        var trace = new EdgeTrace(edges, frame);
        for (var edge = 0; edge < edges.Count; edge++)
        {
            trace.Walk(edge, edges.Edges[edge]);
        }

        return trace;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Entries.Dispose();
        Steps.Dispose();
    }

    private void Walk(int edge, in ZoneEdge ends)
    {
        long lowX = ends.Ax, lowY = ends.Ay, highX = ends.Bx, highY = ends.By;
        if (lowY > highY)
        {
            (lowX, lowY, highX, highY) = (highX, highY, lowX, lowY);
        }

        int row = _frame.RowOf(lowY), lastRow = _frame.RowOf(highY), column = _frame.ColumnOf(lowX);
        for (; row < lastRow; row++)
        {
            // Twice the height of the line above lowY: odd, as the line is half a unit below an integer.
            var twiceRise = (2 * (_frame.FirstYOf(row + 1) - lowY)) - 1;
            var next = _frame.ColumnOf(lowX + RoundedShift(twiceRise, highX - lowX, highY - lowY));
            Enter(row, column, next, edge);
            Steps.Add(row + 1, next, edge);
            column = next;
        }

        Enter(row, column, _frame.ColumnOf(highX), edge);
    }

    private void Enter(int row, int from, int to, int edge)
    {
        for (var column = Math.Min(from, to); column <= Math.Max(from, to); column++)
        {
            Entries.Add(row, column, edge);
        }
    }

    // ⌊twiceRise · dx / (2 dy) + 1/2⌋: the integer column of units in which the crossing lies.
    private static long RoundedShift(long twiceRise, long dx, long dy) =>
        dy < Near && Math.Abs(dx) < Near
            ? FloorDivide((twiceRise * dx) + dy, 2 * dy)
            : (long)FloorDivide(((Int128)twiceRise * dx) + dy, 2 * dy);

    private static long FloorDivide(long a, long b) => (a / b) - (a < 0 && a % b != 0 ? 1 : 0);

    private static Int128 FloorDivide(Int128 a, Int128 b) => (a / b) - (a < 0 && a % b != 0 ? 1 : 0);
}
