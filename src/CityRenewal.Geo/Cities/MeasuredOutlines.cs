using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Outlines of any origin with their measures: shapes in an equal-area plane around each of them, legal area and
/// perimeter on the ellipsoid. An outline's numbers do not depend on the others in the list.
/// </summary>
public sealed class MeasuredOutlines
{
    private readonly RingMeasure[] _legal;
    private readonly (ShapeMeasures Measures, int Row)[] _rows;

    private MeasuredOutlines(RingMeasure[] legal, (ShapeMeasures Measures, int Row)[] rows, IReadOnlyList<int> mended)
    {
        Mended = mended;
        _legal = legal;
        _rows = rows;
    }

    /// <summary>Number of outlines.</summary>
    public int Count => _legal.Length;

    /// <summary>The outlines that cross themselves, ascending: their shape is read by the even-odd rule.</summary>
    public IReadOnlyList<int> Mended { get; }

    /// <summary>One measure of one outline, or the reason why it has none.</summary>
    public Measured this[int outline, ShapeMeasure measure] => _rows[outline].Measures[_rows[outline].Row, measure];

    /// <summary>Area and perimeter of an outline on the ellipsoid; NaN where it cannot be placed.</summary>
    public RingMeasure LegalOf(int outline) => _legal[outline];

    /// <summary>Measures outlines.</summary>
    /// <param name="shapes">Polygons in original coordinates.</param>
    /// <param name="epsg">Their reference system; 0 for a declared local metric one.</param>
    /// <param name="which">The shape measures wanted.</param>
    /// <param name="threads">Threads to use, 0 takes all; no result depends on it.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="ArgumentException">The system is not supported, or the shapes are not polygons.</exception>
    public static MeasuredOutlines Of(
        SourceShapes shapes, int epsg, ShapeSelection which, int threads = 0, CancellationToken cancel = default)
    {
        if (shapes.Kind != ShapeKind.Polygon)
        {
            throw new ArgumentException($"Outlines are polygons; these are {shapes.Kind} features.", nameof(shapes));
        }

        var mended = new List<int>();
        var rows = new (ShapeMeasures Measures, int Row)[shapes.Count];
        foreach (var group in OutlinePlanes.Of(shapes, epsg))
        {
            var columns = OutlineColumns.Of(shapes, group.Features, OutlineTransforms.Between(epsg, group.Plane), mended);
            var measures = ShapeMeasures.Of(columns, group.Plane, which, threads, cancel);
            for (var row = 0; row < group.Features.Count; row++)
            {
                rows[group.Features[row]] = (measures, row);
            }
        }

        mended.Sort();
        return new MeasuredOutlines(LegalOf(shapes, epsg), rows, mended);
    }

    private static RingMeasure[] LegalOf(SourceShapes shapes, int epsg)
    {
        var measure = OutlineTransforms.MeasureIn(epsg);
        var legal = new RingMeasure[shapes.Count];
        for (var i = 0; i < legal.Length; i++)
        {
            int first = shapes.FeatureStart[i], end = shapes.FeatureStart[i + 1];
            int from = shapes.RingStart[first], to = shapes.RingStart[end];
            legal[i] = measure.OfFeature(
                shapes.X.AsSpan(from, to - from),
                shapes.Y.AsSpan(from, to - from),
                shapes.RingStart.AsSpan(first, end - first + 1),
                shapes.IsHole.Length == 0 ? [] : shapes.IsHole.AsSpan(first, end - first));
        }

        return legal;
    }
}
