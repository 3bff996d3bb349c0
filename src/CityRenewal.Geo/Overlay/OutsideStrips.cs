using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The parts of parcels that stick out of a layer, with their area and width, so that a strip as narrow as the layers'
/// tolerance can be told from land that really lies outside.
/// </summary>
/// <remarks>
/// The width is 2 · area / perimeter of the part outside: the width of a long strip, half the side of a square. A part in
/// several pieces has one width, that of all of them together.
/// </remarks>
public sealed class OutsideStrips
{
    private readonly LayerColumn _column;
    private readonly double[] _areas;
    private readonly double[] _widths;

    private OutsideStrips(LayerColumn column, double[] areas, double[] widths)
    {
        _column = column;
        _areas = areas;
        _widths = widths;
    }

    /// <summary>Area of feature i outside the layer, m².</summary>
    public double AreaOf(int i) => _column.Coverages[i] switch
    {
        Coverage.Whole => 0,
        Coverage.None => _column.WholeOf(i),
        _ => _areas[_column.Partly.BinarySearch(i)],
    };

    /// <summary>
    /// Mean width of the part of feature i outside the layer, metres; 0 where it lies inside whole, NaN where it lies outside
    /// whole: there is no strip then.
    /// </summary>
    public double WidthOf(int i) => _column.Coverages[i] switch
    {
        Coverage.Whole => 0,
        Coverage.None => double.NaN,
        _ => _widths[_column.Partly.BinarySearch(i)],
    };

    /// <summary>Whether feature i lies inside but for a strip no wider than the layers' tolerance in metres.</summary>
    public bool IsInside(int i, double tolerance) => _column.Coverages[i] switch
    {
        Coverage.Whole => true,
        Coverage.None => false,
        _ => WidthOf(i) <= tolerance,
    };

    /// <summary>Measures what sticks out of a layer of every feature that its boundary crosses.</summary>
    public static OutsideStrips Of(
        LayerColumn column, PolygonColumns shapes, MeasuredFeatures measured, AreaGrid grid, OverlayRun run)
    {
        var rows = column.Partly.ToArray();
        var areas = new double[rows.Length];
        var widths = new double[rows.Length];
        FixedChunks.Run(
            rows.Length,
            run.Threads,
            () => new OverlapMeter(grid),
            (meter, _, start, end) =>
            {
                for (var i = start; i < end; i++)
                {
                    var (area, perimeter) = meter.OutsideOf(shapes, rows[i], measured.Boxes.Boxes[rows[i]]);
                    areas[i] = column.WholeOf(rows[i]) - column.AreaOf(rows[i]);
                    widths[i] = perimeter > 0 ? run.Plane.Metres(2 * area / perimeter) : 0;
                }
            },
            run.Cancel);
        return new OutsideStrips(column, areas, widths);
    }
}
