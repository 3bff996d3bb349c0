namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which zone lies over a grid's row lines, told between the steps along them: thousands of numbers where one for every
/// cell would be millions.
/// </summary>
internal sealed class StepLabels
{
    /// <summary>No zone lies there.</summary>
    public const int NoZone = -2;

    /// <summary>Several zones lie there.</summary>
    public const int SeveralZones = -1;

    private readonly CellRows _rows;
    private readonly int[] _after;

    private StepLabels(CellRows rows, int[] after)
    {
        _rows = rows;
        _after = after;
    }

    /// <summary>The one zone over the lower left corner of a cell, or why there is none.</summary>
    public int Of(int row, int column)
    {
        var step = _rows.FirstFrom(row, column);
        return step > _rows.RowStart[row] ? _after[step - 1] : NoZone;
    }

    /// <summary>Labels what follows every step.</summary>
    public static StepLabels Along(GridSteps steps, ZoneEdges edges)
    {
        var after = new int[steps.After.Length];
        var counts = new int[edges.ZoneCount];
        int active = 0, sumOfActive = 0;
        for (var step = 0; step < after.Length; step++)
        {
            // Rings are closed, so every row ends with no zone active. With one active, the sum of their numbers is its number.
            var edge = steps.Rows.Edge[step];
            var zone = edges.Zones[edge];
            var before = counts[zone];
            counts[zone] += edges.Edges[edge].StepSign;
            if ((before == 0) != (counts[zone] == 0))
            {
                active += before == 0 ? 1 : -1;
                sumOfActive += before == 0 ? zone : -zone;
            }

            after[step] = active == 0 ? NoZone : active == 1 ? sumOfActive : SeveralZones;
        }

        return new StepLabels(steps.Rows, after);
    }
}
