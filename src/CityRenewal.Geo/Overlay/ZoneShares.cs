using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which zones of a layer that divides the town (planning units, administrative units, plots of the detailed plan) hold
/// each feature, with the area in each. Where zones overlap, each has its own full area.
/// </summary>
public sealed class ZoneShares
{
    private readonly double[] _wholes;
    private readonly int[] _main;
    private readonly MixedShares _mixed;

    private ZoneShares(double[] wholes, int[] main, MixedShares mixed)
    {
        _wholes = wholes;
        _main = main;
        _mixed = mixed;
    }

    /// <summary>Number of features.</summary>
    public int Count => _main.Length;

    /// <summary>Per feature the zone (row of its layer) that holds most of it; ties go to the smaller id; -1 where none holds any.</summary>
    public ReadOnlySpan<int> Main => _main;

    /// <summary>In how many units some features lie, by what holds most of each; land in none is one more.</summary>
    public int UnitsOf(IEnumerable<int> features) => features.Select(feature => _main[feature]).Distinct().Count();

    /// <summary>The zones (rows of their layer) that hold part of feature i, ascending, with the areas in m².</summary>
    public ReadOnlySpan<ZoneArea> PartsOf(int i) =>
        _mixed.TryPartsOf(i, out var parts) ? parts
        : _main[i] < 0 ? []
        : new ZoneArea[] { new(_main[i], _wholes[i]) };

    /// <summary>Area of feature i in the zone that holds most of it, m²; 0 where none holds any.</summary>
    public double MainAreaOf(int i)
    {
        if (!_mixed.TryPartsOf(i, out var parts))
        {
            return _main[i] < 0 ? 0 : _wholes[i];
        }

        foreach (var (zone, area) in parts)
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
    /// <param name="name">Stem of the column names.</param>
    /// <param name="measured">The features' boxes and areas.</param>
    /// <param name="plane">The plane that they are on.</param>
    /// <param name="holders">What was known of them beforehand and therefore not measured.</param>
    internal LayerColumn ToColumn(string name, MeasuredFeatures measured, WorkingPlane plane, Holders? holders = null)
    {
        var coverage = new Coverage[Count];
        var rows = new List<int>();
        var areas = new List<double>();
        for (var i = 0; i < coverage.Length; i++)
        {
            if (holders is not null && holders.TryCoverage(i, out coverage[i]))
            {
                continue;
            }

            var area = AreaOf(i);
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

    private double AreaOf(int i)
    {
        if (!_mixed.TryPartsOf(i, out var parts))
        {
            return _main[i] < 0 ? 0 : _wholes[i];
        }

        double area = 0;
        foreach (var part in parts)
        {
            area += part.Area;
        }

        return area;
    }

    /// <summary>The shares with some features measured anew, further ones behind the others; for the arguments see <see cref="LayerColumn.With"/>.</summary>
    internal ZoneShares With(double[] wholes, int[] rows, ZoneShares measured)
    {
        var main = SortedRows.Grown<int>(_main, wholes.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            main[rows[i]] = measured._main[i];
        }

        return new ZoneShares(wholes, main, _mixed.With(rows, measured._mixed));
    }

    /// <summary>Measures every feature against each zone of a grid.</summary>
    /// <param name="shapes">The features.</param>
    /// <param name="measured">Their boxes and areas.</param>
    /// <param name="grid">The zones, indexed by zone.</param>
    /// <param name="zoneRows">Row in the layer of each zone of the grid, ascending.</param>
    /// <param name="run">Threads, scale and cancellation.</param>
    public static ZoneShares Of(
        PolygonColumns shapes, MeasuredFeatures measured, AreaGrid grid, int[] zoneRows, OverlayRun run) =>
        Of((shapes, measured), (grid, zoneRows), run, holders: null);

    /// <summary>As above, but for the features of which holders tell: those count as lying nowhere.</summary>
    internal static ZoneShares Of(
        (PolygonColumns Shapes, MeasuredFeatures Measured) features, (AreaGrid Grid, int[] Rows) zones, OverlayRun run,
        Holders? holders)
    {
        var (shapes, measured) = features;
        var main = GC.AllocateUninitializedArray<int>(shapes.Count);
        var mixed = new MixedShares[FixedChunks.CountOf(shapes.Count)];
        FixedChunks.Run(
            shapes.Count,
            run.Threads,
            () => new ShareMeter(shapes, measured.Boxes, zones, holders),
            (meter, chunk, start, end) => mixed[chunk] = meter.Measure(main, start, end),
            run.Cancel);
        return new ZoneShares(
            measured.AreasM2, main, MixedShares.Joined(mixed, part => new(zones.Rows[part.Zone], run.Plane.SquareMetres(part.Area))));
    }
}
