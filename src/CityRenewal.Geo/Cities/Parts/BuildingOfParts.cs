using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>One building made of the rows of one code: its outline is that of all parts together.</summary>
internal sealed class BuildingOfParts
{
    private readonly PartColumns _columns;
    private readonly PartValues _values;
    private readonly double _floorArea;
    private readonly bool _isComputed;

    /// <param name="columns">What the rows say.</param>
    /// <param name="rows">The parts, in an order of their own, none of them twice.</param>
    /// <param name="outlines">Their outlines.</param>
    public BuildingOfParts(PartColumns columns, IReadOnlyList<int> rows, StackedOutlines outlines)
    {
        _columns = columns;
        Rows = rows;
        Rings = outlines.Union(Enumerable.Range(0, rows.Count));
        var squareMetres = SquareMetres(columns.Layer.Epsg, Rings, outlines.Volume(Enumerable.Range(0, rows.Count), [.. Enumerable.Repeat(1.0, rows.Count)]));
        (_floorArea, _isComputed) = new PartFloorArea(columns, rows, outlines).Of(squareMetres);
        var year = columns.Layer.Column("year_built");
        var largestFirst = Enumerable.Range(0, rows.Count)
            .OrderByDescending(i => SizeOf(i, outlines, squareMetres))
            .ThenBy(i => PartColumns.Number(year, rows[i]) is var built && double.IsNaN(built) ? double.MaxValue : built)
            .Select(i => rows[i]);
        _values = new PartValues(columns, [.. largestFirst]);
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The outline of the whole building.</summary>
    public IReadOnlyList<PlainRing> Rings { get; }

    /// <summary>What the parts say differently.</summary>
    public IEnumerable<string> Differences => _values.Differences();

    /// <summary>A text of the building.</summary>
    public string Text(SourceColumn column) => column.Name switch
    {
        "parts" => PartText.Of(_columns, Rows),
        "floor_area_origin" => double.IsNaN(_floorArea) ? "" : _values.Origin(_isComputed),
        _ => _values.Speaker(column) is >= 0 and var row ? column.TextOf(row) : "",
    };

    /// <summary>A number of the building; NaN where it is unknown.</summary>
    public double Number(SourceColumn column) => column.Name switch
    {
        "storeys_above" => Known(_values.StoreysAbove()),
        "storeys_below" => Known(_values.StoreysBelow()),
        "floor_area_m2" => _floorArea,
        "households" or "people" or "illegal_area_m2" => _values.Sum(column),
        _ => _values.Speaker(column) is >= 0 and var row ? PartColumns.Number(column, row) : double.NaN,
    };

    private double SizeOf(int i, StackedOutlines outlines, double squareMetres) =>
        _columns.FloorArea(Rows[i]) is var given && double.IsNaN(given)
            ? outlines.AreaOf(i) * squareMetres * (_columns.Level(Rows[i]) is null ? _columns.Storeys(Rows[i]) ?? 1 : 1)
            : given;

    private static double Known(int value) => value == Unknown.Integer ? double.NaN : value;

    // Small as a building is, one factor brings its planar areas to the ground.
    private static double SquareMetres(int epsg, IReadOnlyList<PlainRing> rings, double planar)
    {
        int[] starts = [0, .. rings.Select(ring => ring.X.Length)];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var measured = EllipsoidalMeasure.In(epsg).OfFeature(
            [.. rings.SelectMany(ring => ring.X)], [.. rings.SelectMany(ring => ring.Y)], starts, [.. rings.Select(ring => ring.IsHole)]);
        return measured.Area / planar;
    }
}
