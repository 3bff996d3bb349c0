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
    private static readonly WhyNot NotPlaced = new(
        "outline_not_placed", "The outline has no place in its reference system, or is thousands of kilometres wide: check the system, and that x is east and y is north.",
        "轮廓在其坐标系中无法定位，或跨度达数千公里：请核对坐标系以及 x、y 是否对应东、北方向。");

    private readonly RingMeasure[] _legal;
    // No measures where an outline lies in no plane.
    private readonly (ShapeMeasures? Measures, int Row)[] _rows;

    private MeasuredOutlines(RingMeasure[] legal, (ShapeMeasures? Measures, int Row)[] rows)
    {
        _legal = legal;
        _rows = rows;
    }

    /// <summary>Number of outlines.</summary>
    public int Count => _legal.Length;

    /// <summary>The outlines that cross themselves, ascending: their shape is read by the even-odd rule.</summary>
    public required IReadOnlyList<int> Mended { get; init; }

    /// <summary>
    /// The outlines that lie in no plane, ascending: with a vertex that is not finite or out of the system's reach, or thousands of
    /// kilometres wide. They have no measures.
    /// </summary>
    public required IReadOnlyList<int> Unplaced { get; init; }

    /// <summary>One measure of one outline, or the reason why it has none.</summary>
    public Measured this[int outline, ShapeMeasure measure] => _rows[outline] is ({ } measures, var row)
        ? measures[row, measure]
        : Measured.Unknown(NotPlaced);

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

        var (mended, unplaced) = (new List<int>(), new List<int>());
        var rows = new (ShapeMeasures? Measures, int Row)[shapes.Count];
        foreach (var group in OutlinePlanes.Of(shapes, epsg))
        {
            var columns = OutlineColumns.Of(shapes, group.Features, OutlineTransforms.Between(epsg, group.Plane), mended, unplaced);
            var measures = ShapeMeasures.Of(columns, group.Plane, which, threads, cancel);
            for (var row = 0; row < group.Features.Count; row++)
            {
                rows[group.Features[row]] = (measures, row);
            }
        }

        mended.Sort();
        unplaced.Sort();
        unplaced.ForEach(outline => rows[outline] = default);
        return new MeasuredOutlines(LegalOf(shapes, epsg), rows) { Mended = mended, Unplaced = unplaced };
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
