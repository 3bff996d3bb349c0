using System.Collections.Concurrent;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

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
    private readonly PolygonColumns _shapes;
    private readonly FeatureBoxes _boxes;
    private readonly AreaGrid _grid;
    private readonly WorkingPlane _plane;
    private readonly double[] _widths;
    private readonly ConcurrentBag<OverlapMeter> _meters = [];

    private InsideStrips(LayerColumn column, (City City, ParcelFacts Facts) on, AreaGrid grid)
    {
        (_column, _grid, _plane) = (column, grid, on.City.Plane);
        (_shapes, _boxes) = (on.City.Parcels.Shapes, on.Facts.Lots.Boxes);
        _widths = new double[column.Partly.Length];
        Array.Fill(_widths, double.NaN);
    }

    /// <summary>Whether parcel i reaches into the layer by a strip no wider than the tolerance in metres, and by no more.</summary>
    public bool IsStrip(int i, double tolerance) =>
        _column.Coverages[i] == Coverage.Partly && WidthAt(_column.Partly.BinarySearch(i)) <= tolerance;

    /// <summary>Mean width of the part of parcel i inside the layer, metres; NaN where it lies in it whole or not at all.</summary>
    public double WidthOf(int i) => _column.Coverages[i] == Coverage.Partly ? WidthAt(_column.Partly.BinarySearch(i)) : double.NaN;

    /// <summary>Makes ready to measure what reaches into a layer; a parcel is measured when it is first asked for.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="name">The layer, by its column name.</param>
    /// <param name="threads">Threads to use, 0 for all; no result depends on it.</param>
    public static InsideStrips Of(City city, ParcelFacts facts, string name, int threads = 0)
    {
        var theme = LayerTheme.Of(city).First(theme => theme.Name == name);
        var zones = city.Layer(theme.Layer);
        var run = new OverlayRun(city.Plane, threads);
        var cell = new OverlayOptions().CellSize * city.Plane.UnitsPerMetre;
        var grid = AreaGrid.OfUnion(zones.Shapes, theme.RowsIn(zones), ZoneStacks.Of(zones.Shapes, run), cell);
        return new InsideStrips(facts.Column(name)!, (city, facts), grid);
    }

    /// <summary>The same in the city after some parcels became others: the layer is as before.</summary>
    internal InsideStrips After(City city, ParcelFacts facts) => new(facts.Column(_column.Name)!, (city, facts), _grid);

    // Several threads may measure the same parcel at once: they find the same.
    private double WidthAt(int at)
    {
        var width = Volatile.Read(ref _widths[at]);
        if (double.IsNaN(width))
        {
            var meter = _meters.TryTake(out var free) ? free : new OverlapMeter(_grid);
            var row = _column.Partly[at];
            width = StripWidths.WidthOf(meter.InsideOf(_shapes, row, _boxes.Boxes[row]), _plane);
            _meters.Add(meter);
            Volatile.Write(ref _widths[at], width);
        }

        return width;
    }
}
