using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Delivered layers with a row less.</summary>
internal static class TileLayers
{
    public static SourceLayer Without(SourceLayer layer, int row) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Shapes = Without(layer.Shapes, row),
        Columns = [.. layer.Columns.Select(column => Without(column, row))],
        Classification = layer.Classification,
    };

    private static SourceShapes Without(SourceShapes shapes, int row)
    {
        int firstRing = shapes.FeatureStart[row], lastRing = shapes.FeatureStart[row + 1];
        int first = shapes.RingStart[firstRing], last = shapes.RingStart[lastRing];
        return new SourceShapes
        {
            Kind = shapes.Kind,
            X = Without(shapes.X, first, last),
            Y = Without(shapes.Y, first, last),
            RingStart = Starts(shapes.RingStart, firstRing, lastRing),
            FeatureStart = Starts(shapes.FeatureStart, row, row + 1),
            IsHole = shapes.IsHole.Length == 0 ? [] : Without(shapes.IsHole, firstRing, lastRing),
        };
    }

    private static SourceColumn Without(SourceColumn column, int row) => column switch
    {
        TextSource texts => new TextSource(texts.Name, TextColumn.From(
            Enumerable.Range(0, texts.Count).Where(other => other != row).Select(other => texts.Values[other]))),
        IntegerSource numbers => new IntegerSource(numbers.Name, Without(numbers.Values, row, row + 1)),
        RealSource numbers => new RealSource(numbers.Name, Without(numbers.Values, row, row + 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static T[] Without<T>(T[] values, int first, int last) => [.. values[..first], .. values[last..]];

    // The starts after the gap move down by what fell into it.
    private static int[] Starts(int[] starts, int first, int last) =>
        [.. starts[..(first + 1)], .. starts[(last + 1)..].Select(start => start - (starts[last] - starts[first]))];
}
