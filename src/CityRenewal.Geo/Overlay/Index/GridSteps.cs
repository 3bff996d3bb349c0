namespace CityRenewal.Geo.Overlay;

/// <summary>
/// How many zones lie over the points of each row's lower line: going right along the line, every edge crossed is a step of
/// +1 (into a zone) or -1 (out of it).
/// </summary>
internal sealed class GridSteps
{
    private GridSteps(CellRows rows, int[] after)
    {
        Rows = rows;
        After = after;
    }

    /// <summary>The crossings by row and column.</summary>
    public CellRows Rows { get; }

    /// <summary>Number of zones over the line right of each crossing's column, counted to that crossing.</summary>
    public int[] After { get; }

    /// <summary>Counts along every row.</summary>
    public static GridSteps Of(CellRows crossings, ZoneEdges edges)
    {
        var after = new int[crossings.Edge.Length];
        for (var row = 0; row + 1 < crossings.RowStart.Length; row++)
        {
            var count = 0;
            for (var i = crossings.RowStart[row]; i < crossings.RowStart[row + 1]; i++)
            {
                after[i] = count += edges.Edges[crossings.Edge[i]].StepSign;
            }
        }

        return new GridSteps(crossings, after);
    }

    /// <summary>Number of zones over the lower left corner of the cell before whose column <paramref name="step"/> stands.</summary>
    public int Before(int row, int step) => step > Rows.RowStart[row] ? After[step - 1] : 0;
}
