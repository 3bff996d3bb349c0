using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>A layer of the sample under an office's name, in the office's reference system.</summary>
internal static class OfficeLayer
{
    /// <summary>The layer with other columns.</summary>
    public static SourceLayer Of(string name, int epsg, SourceShapes shapes, IReadOnlyList<SourceColumn> columns) => new()
    {
        Name = name,
        Epsg = epsg,
        Origin = "",
        Shapes = epsg == Bend.Epsg ? shapes : InSystem(shapes, epsg),
        Columns = columns,
    };

    /// <summary>A text column.</summary>
    public static TextSource Text(string name, IEnumerable<string?> values) => new(name, TextColumn.From(values));

    /// <summary>The rows of a layer.</summary>
    public static IEnumerable<int> RowsOf(SourceLayer layer) => Enumerable.Range(0, layer.Shapes.Count);

    /// <summary>A column of the sample under the office's name.</summary>
    public static SourceColumn Renamed(SourceLayer layer, string column, string name) => layer.Column(column)! switch
    {
        RealSource real => real with { Name = name },
        IntegerSource whole => whole with { Name = name },
        var text => Text(name, RowsOf(layer).Select(text.TextOf)),
    };

    // To the millimetre, as surveys deliver: in degrees that is the eighth digit.
    private static SourceShapes InSystem(SourceShapes shapes, int epsg)
    {
        double[] x = [.. shapes.X], y = [.. shapes.Y];
        OtherSystem.Of(Bend.Epsg, epsg).Map(x, y);
        var digits = epsg == 4490 ? 9 : 3;
        return new SourceShapes
        {
            Kind = shapes.Kind,
            X = [.. x.Select(east => Math.Round(east, digits))],
            Y = [.. y.Select(north => Math.Round(north, digits))],
            RingStart = shapes.RingStart,
            FeatureStart = shapes.FeatureStart,
            IsHole = shapes.IsHole,
        };
    }
}
