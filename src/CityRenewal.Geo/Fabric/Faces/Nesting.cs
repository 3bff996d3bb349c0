namespace CityRenewal.Geo.Fabric;

/// <summary>Finds for every ring around a hole the face that the hole lies in: the first border to the west decides.</summary>
internal sealed class Nesting(HalfEdges half, Noding noding, Vertices vertices, int[] numberOf)
{
    private readonly CellGrid _grid = vertices.Grid;

    /// <summary>The half-edge first met going west from a vertex, its face on this side; -1 where there is none.</summary>
    public int FirstWestOf(int vertex)
    {
        int x = half.X[vertex], y = half.Y[vertex];
        var row = y >> _grid.Shift;
        for (var column = x >> _grid.Shift; column >= _grid.FirstColumn; column--)
        {
            var cell = _grid.CellAt(column, row);
            if (cell < 0)
            {
                continue;
            }

            var best = NearestIn(cell, x, y, (long)column << _grid.Shift);
            if (best >= 0)
            {
                return best;
            }
        }

        return -1;
    }

    private int NearestIn(int cell, int x, int y, long west)
    {
        var best = -1;
        foreach (var edge in noding.Cells.Of(cell))
        {
            best = Nearer(best, numberOf[edge], (x, y), west);
        }

        var added = noding.Cells.AddedTo(cell);
        for (var i = 0; i < added.Count; i++)
        {
            best = Nearer(best, numberOf[added[i]], (x, y), west);
        }

        return best;
    }

    // Looks along the line just above the point, so that vertices on the line belong to the edges that rise from them.
    private int Nearer(int best, int edge, (int X, int Y) point, long west)
    {
        if (edge < 0)
        {
            return best;
        }

        int a = half.Origin[2 * edge], b = half.Origin[(2 * edge) + 1];
        if (half.Y[a] > point.Y == half.Y[b] > point.Y)
        {
            return best;
        }

        // The downward half-edge has its face on the east.
        var down = half.Y[a] > half.Y[b] ? 2 * edge : (2 * edge) + 1;
        var (east, rise) = CrossingOf(down, point.Y, point.X);
        var (eastOfCell, _) = CrossingOf(down, point.Y, west);
        return east < 0 && eastOfCell >= 0 && (best < 0 || IsEastOf(down, best, point)) ? down : best;
    }

    /// <summary>How far east of x the half-edge crosses the line at y, times its rise; and its rise.</summary>
    private (Int128 East, long Rise) CrossingOf(int down, int y, long x)
    {
        int top = half.Origin[down], bottom = half.Origin[down ^ 1];
        long rise = (long)half.Y[top] - half.Y[bottom], run = (long)half.X[top] - half.X[bottom];
        return (((Int128)(half.X[bottom] - x) * rise) + ((Int128)((long)y - half.Y[bottom]) * run), rise);
    }

    private bool IsEastOf(int down, int other, (int X, int Y) point)
    {
        var (east, rise) = CrossingOf(down, point.Y, point.X);
        var (otherEast, otherRise) = CrossingOf(other, point.Y, point.X);
        Int128 mine = east * otherRise, theirs = otherEast * rise;
        return mine != theirs ? mine > theirs : RunOf(down) * otherRise > RunOf(other) * rise;
    }

    private Int128 RunOf(int down) => (Int128)half.X[half.Origin[down]] - half.X[half.Origin[down ^ 1]];
}
