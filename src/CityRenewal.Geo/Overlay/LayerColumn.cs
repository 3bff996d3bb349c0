using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// How much of every parcel or building lies in one layer, or in one kind of it: m² of the union of the zones, so that a
/// share never exceeds 1 where zones overlap. Most features lie in it whole or not at all and take one byte each.
/// </summary>
public sealed class LayerColumn
{
    private readonly double[] _wholes;
    private readonly Coverage[] _coverage;
    private readonly int[] _partlyRows;
    private readonly double[] _partlyAreas;

    internal LayerColumn(string name, double[] wholes, Coverage[] coverage, (int[] Rows, double[] Areas) partly)
    {
        Name = name;
        _wholes = wholes;
        _coverage = coverage;
        (_partlyRows, _partlyAreas) = partly;
    }

    /// <summary>Stem of the column names: udb, udb_concentrated, historic_core, ecological_red_line, water…</summary>
    public string Name { get; }

    /// <summary>Number of features.</summary>
    public int Count => _coverage.Length;

    /// <summary>Whether each feature lies in the layer whole, partly or not at all.</summary>
    public ReadOnlySpan<Coverage> Coverages => _coverage;

    /// <summary>The features that lie in it partly, ascending: those that a boundary crosses.</summary>
    public ReadOnlySpan<int> Partly => _partlyRows;

    /// <summary>The column of a name; null where there is none. Asked for every feature, so it makes nothing.</summary>
    internal static LayerColumn? Named(string name, IReadOnlyList<LayerColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
            {
                return columns[i];
            }
        }

        return null;
    }

    /// <summary>Area of feature i in the layer, m².</summary>
    public double AreaOf(int i) => _coverage[i] switch
    {
        Coverage.None => 0,
        Coverage.Whole => _wholes[i],
        _ => _partlyAreas[Array.BinarySearch(_partlyRows, i)],
    };

    /// <summary>Whole area of feature i, m².</summary>
    public double WholeOf(int i) => _wholes[i];

    /// <summary>Share of feature i in the layer, in [0, 1]; NaN for a feature without area: not applicable.</summary>
    public double ShareOf(int i) => _coverage[i] switch
    {
        Coverage.None => _wholes[i] > 0 ? 0 : double.NaN,
        Coverage.Whole => 1,
        _ => AreaOf(i) / _wholes[i],
    };

    /// <summary>Whether the share is within 1e-6 of a threshold without being on it: too close for the measurement to decide.</summary>
    public bool IsOnTheLine(int i, double threshold) =>
        ShareOf(i) is var share && share != threshold && Math.Abs(share - threshold) < 1e-6;

    /// <summary>Whether feature i is all but in or all but out: a share within 1e-6 of 0 or 1 that is neither.</summary>
    public bool IsOnTheLine(int i) => IsOnTheLine(i, 0) || IsOnTheLine(i, 1);

    /// <summary>The areas of all features, m².</summary>
    public double[] ToAreas()
    {
        var areas = new double[Count];
        var partly = 0;
        for (var i = 0; i < areas.Length; i++)
        {
            areas[i] = _coverage[i] switch
            {
                Coverage.None => 0,
                Coverage.Whole => _wholes[i],
                _ => _partlyAreas[partly++],
            };
        }

        return areas;
    }

    /// <summary>Whether some features, measured anew, are as they were.</summary>
    internal bool IsAs(int[] rows, LayerColumn measured)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (_coverage[rows[i]] != measured._coverage[i] || !AreaOf(rows[i]).Equals(measured.AreaOf(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The column with some features measured anew, further ones behind the others.</summary>
    /// <param name="wholes">Whole areas of all features afterwards, m².</param>
    /// <param name="rows">The features, ascending.</param>
    /// <param name="measured">What was measured of them, in their order.</param>
    internal LayerColumn With(double[] wholes, int[] rows, LayerColumn measured)
    {
        var coverage = SortedRows.Grown<Coverage>(_coverage, wholes.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            coverage[rows[i]] = measured._coverage[i];
        }

        var (partly, from) = PartlyWith(rows, measured);
        return new LayerColumn(Name, wholes, coverage, (partly, SortedRows.Take(from, _partlyAreas, measured._partlyAreas)));
    }

    /// <summary>The features that lie in the layer partly after some were measured anew, and where each is from.</summary>
    internal (int[] Rows, int[] From) PartlyWith(int[] rows, LayerColumn measured) =>
        SortedRows.With(_partlyRows, rows.ToHashSet(), Array.ConvertAll(measured._partlyRows, i => rows[i]));

    /// <summary>Measures every feature of a layer against the union of the zones of a grid.</summary>
    /// <param name="name">Stem of the column names.</param>
    /// <param name="shapes">The features.</param>
    /// <param name="measured">Their boxes and areas.</param>
    /// <param name="grid">The zones.</param>
    /// <param name="run">Threads, scale and cancellation.</param>
    public static LayerColumn Of(string name, PolygonColumns shapes, MeasuredFeatures measured, AreaGrid grid, OverlayRun run) =>
        Of(name, (shapes, measured), grid, run, holders: null);

    /// <summary>As above, but for the features of which holders tell.</summary>
    internal static LayerColumn Of(
        string name, (PolygonColumns Shapes, MeasuredFeatures Measured) features, AreaGrid grid, OverlayRun run, Holders? holders)
    {
        var (shapes, measured) = features;
        var coverage = new Coverage[shapes.Count];
        var partly = new List<(int Row, double Units)>[FixedChunks.CountOf(shapes.Count)];
        FixedChunks.Run(
            shapes.Count,
            run.Threads,
            () => new OverlapMeter(grid),
            (meter, chunk, start, end) =>
            {
                var found = partly[chunk] = [];
                for (var first = start; first < end; first += FeatureBoxes.BlockSize)
                {
                    var last = Math.Min(first + FeatureBoxes.BlockSize, end);
                    switch (grid.CoverageOf(measured.Boxes.Blocks[first / FeatureBoxes.BlockSize]))
                    {
                        case Coverage.Whole:
                            Fill(coverage, measured, first, last);
                            break;
                        case Coverage.Partly:
                            Measure(coverage, (features, holders), (first, last), (meter, found));
                            break;
                    }
                }
            },
            run.Cancel);
        var rows = partly.SelectMany(found => found).ToArray();
        return new LayerColumn(
            name,
            measured.AreasM2,
            coverage,
            (Array.ConvertAll(rows, row => row.Row), Array.ConvertAll(rows, row => run.Plane.SquareMetres(row.Units))));
    }

    private static void Fill(Coverage[] coverage, MeasuredFeatures measured, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            coverage[i] = measured.Boxes.Areas[i] > 0 ? Coverage.Whole : Coverage.None;
        }
    }

    private static void Measure(
        Coverage[] coverage, ((PolygonColumns Shapes, MeasuredFeatures Measured) All, Holders? Holders) features,
        (int First, int Last) rows, (OverlapMeter Meter, List<(int Row, double Units)> Found) scratch)
    {
        var boxes = features.All.Measured.Boxes;
        for (var i = rows.First; i < rows.Last; i++)
        {
            if (features.Holders is not null && features.Holders.TryCoverage(i, out coverage[i]))
            {
                continue;
            }

            var whole = boxes.Areas[i];
            var area = scratch.Meter.AreaIn(features.All.Shapes, i, boxes.Boxes[i], whole);
            coverage[i] = area <= 0 ? Coverage.None : area >= whole ? Coverage.Whole : Coverage.Partly;
            if (coverage[i] == Coverage.Partly)
            {
                scratch.Found.Add((i, area));
            }
        }
    }
}
