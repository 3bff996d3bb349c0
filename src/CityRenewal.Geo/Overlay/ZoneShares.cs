using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which zones of a layer that divides the town (planning units, administrative units, plots of the detailed plan) hold
/// each feature, with the area in each. Where zones overlap, each has its own full area.
/// </summary>
public sealed class ZoneShares
{
    private readonly int[] _start;
    private readonly ZoneArea[] _parts;
    private readonly int[] _main;

    private ZoneShares(int[] start, ZoneArea[] parts, int[] main)
    {
        _start = start;
        _parts = parts;
        _main = main;
    }

    /// <summary>Number of features.</summary>
    public int Count => _main.Length;

    /// <summary>Per feature the zone (row of its layer) that holds most of it; ties go to the smaller id; -1 where none holds any.</summary>
    public ReadOnlySpan<int> Main => _main;

    /// <summary>The zones (rows of their layer) that hold part of feature i, ascending, with the areas in m².</summary>
    public ReadOnlySpan<ZoneArea> PartsOf(int i) => _parts.AsSpan(_start[i], _start[i + 1] - _start[i]);

    /// <summary>Area of feature i in the zone that holds most of it, m²; 0 where none holds any.</summary>
    public double MainAreaOf(int i)
    {
        foreach (var (zone, area) in PartsOf(i))
        {
            if (zone == _main[i])
            {
                return area;
            }
        }

        return 0;
    }

    /// <summary>
    /// The areas in all zones together, for a layer of which it is certain that no two zones share area
    /// (<see cref="ZoneStacks.AreNone"/>): there the union is the sum.
    /// </summary>
    internal LayerColumn ToColumn(string name, MeasuredFeatures measured, WorkingPlane plane)
    {
        var coverage = new Coverage[Count];
        var rows = new List<int>();
        var areas = new List<double>();
        for (var i = 0; i < coverage.Length; i++)
        {
            double area = 0;
            foreach (var part in PartsOf(i))
            {
                area += part.Area;
            }

            var limit = plane.SquareMetres(AreaRule.LimitOf(measured.Boxes.Areas[i]));
            coverage[i] = area <= limit ? Coverage.None : area >= measured.Areas[i] - limit ? Coverage.Whole : Coverage.Partly;
            if (coverage[i] == Coverage.Partly)
            {
                rows.Add(i);
                areas.Add(area);
            }
        }

        return new LayerColumn(name, measured.AreasM2, coverage, ([.. rows], [.. areas]));
    }

    /// <summary>Measures every feature against each zone of a grid.</summary>
    /// <param name="shapes">The features.</param>
    /// <param name="measured">Their boxes and areas.</param>
    /// <param name="grid">The zones, indexed by zone.</param>
    /// <param name="zoneRows">Row in the layer of each zone of the grid, ascending.</param>
    /// <param name="run">Threads, scale and cancellation.</param>
    public static ZoneShares Of(
        PolygonColumns shapes, MeasuredFeatures measured, AreaGrid grid, int[] zoneRows, OverlayRun run)
    {
        var start = new int[shapes.Count + 1];
        var main = new int[shapes.Count];
        var parts = new List<ZoneArea>[FixedChunks.CountOf(shapes.Count)];
        FixedChunks.Run(
            shapes.Count,
            run.Threads,
            () => new ZoneMeter(grid),
            (meter, chunk, first, end) =>
            {
                var found = parts[chunk] = new List<ZoneArea>(end - first);
                for (var block = first; block < end; block += FeatureBoxes.BlockSize)
                {
                    var last = Math.Min(block + FeatureBoxes.BlockSize, end);
                    if (grid.CoverageOf(measured.Boxes.Blocks[block / FeatureBoxes.BlockSize]) == Coverage.None)
                    {
                        main.AsSpan(block, last - block).Fill(-1);
                        continue;
                    }

                    for (var i = block; i < last; i++)
                    {
                        var before = found.Count;
                        meter.Measure(shapes, i, measured.Boxes.Boxes[i], measured.Boxes.Areas[i], found);
                        start[i + 1] = found.Count - before;
                        main[i] = MainOf(found, before, measured.Boxes.Areas[i], zoneRows);
                    }
                }
            },
            run.Cancel);
        for (var i = 0; i < shapes.Count; i++)
        {
            start[i + 1] += start[i];
        }

        return new ZoneShares(start, Joined(parts, start[^1], zoneRows, run.Plane), main);
    }

    private static int MainOf(List<ZoneArea> found, int from, double whole, int[] zoneRows)
    {
        var best = -1;
        for (var i = from; i < found.Count; i++)
        {
            // Zones are sorted by id: a later one must be larger by more than rounding.
            if (best < 0 || found[i].Area > found[best].Area + AreaRule.LimitOf(whole))
            {
                best = i;
            }
        }

        return best < 0 ? -1 : zoneRows[found[best].Zone];
    }

    private static ZoneArea[] Joined(List<ZoneArea>[] parts, int count, int[] zoneRows, WorkingPlane plane)
    {
        var joined = new ZoneArea[count];
        var next = 0;
        foreach (var found in parts)
        {
            foreach (var (zone, area) in found)
            {
                joined[next++] = new ZoneArea(zoneRows[zone], plane.SquareMetres(area));
            }
        }

        return joined;
    }
}
