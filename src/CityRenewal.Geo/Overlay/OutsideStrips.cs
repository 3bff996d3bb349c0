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

    /// <summary>The strips with some features measured anew; for the arguments see <see cref="LayerColumn.With"/>.</summary>
    internal OutsideStrips With(LayerColumn column, int[] rows, OutsideStrips measured)
    {
        var (_, from) = _column.PartlyWith(rows, measured._column);
        return new OutsideStrips(
            column, SortedRows.Take(from, _areas, measured._areas), SortedRows.Take(from, _widths, measured._widths));
    }

    /// <summary>Measures what sticks out of a layer of every feature that its boundary crosses.</summary>
    public static OutsideStrips Of(
        LayerColumn column, PolygonColumns shapes, MeasuredFeatures measured, AreaGrid grid, OverlayRun run)
    {
        var rows = column.Partly.ToArray();
        var areas = Array.ConvertAll(rows, row => column.WholeOf(row) - column.AreaOf(row));
        var boxes = measured.Boxes;
        return new OutsideStrips(
            column, areas, StripWidths.Of(rows, grid, run, (meter, row) => meter.OutsideOf(shapes, row, boxes.Boxes[row])));
    }
}
