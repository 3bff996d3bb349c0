using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>A stretch of one kind along a line of the coarse net, through the given corners on the drawing board.</summary>
internal sealed record LineRun(LineKind Kind, IReadOnlyList<Spot> Corners);

/// <summary>The lines of the coarse net that the city touches, rows from south to north, then columns from west to east.</summary>
internal static class LineRuns
{
    /// <summary>All runs.</summary>
    public static List<LineRun> Of(Layout layout)
    {
        var sides = new HashSet<(bool IsColumn, int Line, int Place)>();
        foreach (var region in layout.Plan.Regions)
        {
            foreach (var side in region.CellSides.Where(side => side >= 0))
            {
                sides.Add(side switch
                {
                    0 => (false, region.Cell.J, region.Cell.I),
                    1 => (true, region.Cell.I + 1, region.Cell.J),
                    2 => (false, region.Cell.J + 1, region.Cell.I),
                    _ => (true, region.Cell.I, region.Cell.J),
                });
            }
        }

        var runs = new List<LineRun>();
        var open = new List<Spot>();
        (bool IsColumn, int Line, int Place)? last = null;
        foreach (var side in sides.Order())
        {
            if (last is { } before && Continues(before, side))
            {
                open.Add(End(layout.Plan.Lattice, side));
            }
            else
            {
                Close(runs, open, last);
                open = [Start(layout.Plan.Lattice, side), End(layout.Plan.Lattice, side)];
            }

            last = side;
        }

        Close(runs, open, last);
        return runs;
    }

    private static bool Continues((bool IsColumn, int Line, int Place) a, (bool IsColumn, int Line, int Place) b) =>
        (a.IsColumn, a.Line, a.Place + 1) == b && KindOf(a) == KindOf(b);

    private static LineKind KindOf((bool IsColumn, int Line, int Place) side) =>
        side.IsColumn ? Lattice.Column(side.Line, side.Place) : Lattice.Row(side.Line);

    private static Spot Start(Lattice lattice, (bool IsColumn, int Line, int Place) side) =>
        side.IsColumn ? lattice.Corner(side.Line, side.Place) : lattice.Corner(side.Place, side.Line);

    private static Spot End(Lattice lattice, (bool IsColumn, int Line, int Place) side) =>
        Start(lattice, side with { Place = side.Place + 1 });

    private static void Close(List<LineRun> runs, List<Spot> open, (bool IsColumn, int Line, int Place)? last)
    {
        if (last is { } side)
        {
            runs.Add(new LineRun(KindOf(side), open));
        }
    }
}
