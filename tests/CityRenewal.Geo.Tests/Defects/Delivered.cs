using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Defects;

/// <summary>Small delivered layers for the checks; a ring is a list of x, y, x, y, …</summary>
internal static class Delivered
{
    public static SourceLayer Parcels(params double[][] rings) => Polygons(LayerNames.Parcels, [.. rings.Select(ring => new[] { ring })]);

    public static SourceLayer Polygons(string name, double[][][] features, params SourceColumn[] columns) => new()
    {
        Name = name,
        Epsg = 4544,
        Shapes = Shapes(features),
        Columns = columns,
    };

    /// <summary>The first ring of a feature is its shell, the others are holes.</summary>
    public static SourceShapes Shapes(double[][][] features)
    {
        var rings = features.SelectMany(feature => feature).ToArray();
        return new SourceShapes
        {
            Kind = ShapeKind.Polygon,
            X = [.. rings.SelectMany(ring => ring.Where((_, i) => i % 2 == 0))],
            Y = [.. rings.SelectMany(ring => ring.Where((_, i) => i % 2 == 1))],
            RingStart = Starts(rings.Select(ring => ring.Length / 2)),
            FeatureStart = Starts(features.Select(feature => feature.Length)),
            IsHole = [.. features.SelectMany(feature => feature.Select((_, i) => i > 0))],
        };
    }

    /// <summary>A closed square, anticlockwise.</summary>
    public static double[] Square(double x, double y, double side) =>
        [x, y, x + side, y, x + side, y + side, x, y + side, x, y];

    private static int[] Starts(IEnumerable<int> counts)
    {
        var sum = 0;
        return [0, .. counts.Select(count => sum += count)];
    }
}
