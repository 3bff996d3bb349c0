using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// How wide the parts of parcels are that reach into a layer, so that a strip as wide as digitising is loose can be told
/// from land that really lies in a control line.
/// </summary>
/// <remarks>
/// The width is 2 · area / perimeter of the part inside, as <see cref="OutsideStrips"/> has it for what sticks out: the width
/// of a long strip, half the side of a square.
/// </remarks>
public sealed class InsideStrips
{
    private readonly LayerColumn _column;
    private readonly double[] _widths;

    private InsideStrips(LayerColumn column, double[] widths)
    {
        _column = column;
        _widths = widths;
    }

    /// <summary>Whether parcel i reaches into the layer by a strip no wider than the tolerance in metres, and by no more.</summary>
    public bool IsStrip(int i, double tolerance) =>
        _column.Coverages[i] == Coverage.Partly && _widths[_column.Partly.BinarySearch(i)] <= tolerance;

    /// <summary>Mean width of the part of parcel i inside the layer, metres; NaN where it lies in it whole or not at all.</summary>
    public double WidthOf(int i) => _column.Coverages[i] == Coverage.Partly ? _widths[_column.Partly.BinarySearch(i)] : double.NaN;

    /// <summary>Measures what reaches into a layer of every parcel that its boundary crosses.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="name">The layer, by its column name.</param>
    /// <param name="threads">Threads to use, 0 for all; no result depends on it.</param>
    public static InsideStrips Of(City city, ParcelFacts facts, string name, int threads = 0)
    {
        var column = facts.Column(name)!;
        var theme = LayerTheme.Of(city).First(theme => theme.Name == name);
        var zones = city.Layer(theme.Layer);
        var run = new OverlayRun(city.Plane, threads);
        var cell = new OverlayOptions().CellSize * city.Plane.UnitsPerMetre;
        var grid = AreaGrid.OfUnion(zones.Shapes, theme.RowsIn(zones), ZoneStacks.Of(zones.Shapes, run), cell);
        var (shapes, boxes) = (city.Parcels.Shapes, facts.Lots.Boxes);
        return new InsideStrips(
            column, StripWidths.Of(column.Partly.ToArray(), grid, run, (meter, row) => meter.InsideOf(shapes, row, boxes.Boxes[row])));
    }
}
