using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The shape measures of many outlines as columns: one row per outline, one column per measure asked for. The same bits
/// for any number of threads.
/// </summary>
public sealed class ShapeMeasures
{
    private const int OutlinesPerChunk = 512;

    private readonly ShapeColumn?[] _columns = new ShapeColumn?[ShapeFormula.All.Count];

    private ShapeMeasures(int count, ShapeSelection selection)
    {
        Count = count;
        Selection = selection;
        foreach (var measure in selection.Measures)
        {
            _columns[(int)measure] = new ShapeColumn(count);
        }
    }

    /// <summary>Number of outlines.</summary>
    public int Count { get; }

    /// <summary>Which measures were asked for.</summary>
    public ShapeSelection Selection { get; }

    /// <summary>One measure of one outline, with its interval or the reason why it has none.</summary>
    public Measured this[int outline, ShapeMeasure measure] => Column(measure)[outline];

    /// <summary>Measures every outline of a layer.</summary>
    /// <param name="shapes">The outlines; a feature without rings has no area and its shape is not applicable.</param>
    /// <param name="plane">The equal-area plane that they are on.</param>
    /// <param name="which">The measures.</param>
    /// <param name="threads">Threads to use, 0 takes all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static ShapeMeasures Of(
        PolygonColumns shapes, WorkingPlane plane, ShapeSelection which, int threads = 0, CancellationToken cancel = default)
    {
        var measures = new ShapeMeasures(shapes.Count, which);
        var formulas = which.Measures.Select(measure => ShapeFormula.All[(int)measure]).ToArray();
        var chunks = (shapes.Count + OutlinesPerChunk - 1) / OutlinesPerChunk;
        if (chunks <= 1)
        {
            measures.Measure(new Outline(shapes, plane), 0, shapes.Count, formulas, cancel);
            return measures;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
        Parallel.For(0, chunks, options, () => new Outline(shapes, plane), (chunk, _, outline) =>
        {
            measures.Measure(outline, chunk * OutlinesPerChunk, Math.Min(shapes.Count, (chunk + 1) * OutlinesPerChunk), formulas, cancel);
            return outline;
        }, _ => { });
        return measures;
    }

    /// <summary>The values of one measure by outline; NaN where there is none.</summary>
    public ReadOnlySpan<double> Value(ShapeMeasure measure) => Column(measure).Values;

    /// <summary>Half the width of each value's interval: 0 where it is exact.</summary>
    public ReadOnlySpan<double> NumericError(ShapeMeasure measure) => Column(measure).Errors;

    private ShapeColumn Column(ShapeMeasure measure) => _columns[(int)measure]
        ?? throw new ArgumentException($"{measure} was not asked for; add it to the selection.", nameof(measure));

    private void Measure(Outline outline, int first, int end, ShapeFormula[] formulas, CancellationToken cancel)
    {
        for (var row = first; row < end; row++)
        {
            cancel.ThrowIfCancellationRequested();
            outline.MoveTo(row);
            foreach (var formula in formulas)
            {
                _columns[(int)formula.Measure]!.Set(row, formula.Of(outline));
            }
        }
    }
}
