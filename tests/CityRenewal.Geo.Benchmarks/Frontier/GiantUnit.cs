using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>Joins the western two thirds of the planning units to one.</summary>
internal static class GiantUnit
{
    /// <summary>The layer with the giant as its first unit.</summary>
    public static SourceLayer In(SourceLayer units)
    {
        var shapes = units.Shapes;
        int[] order = [.. Enumerable.Range(0, shapes.Count).OrderBy(unit => WestOf(shapes, unit)).ThenBy(unit => unit)];
        var joined = (2 * order.Length / 3) + 1;
        var rings = order.SelectMany(unit => Enumerable.Range(shapes.FeatureStart[unit], shapes.FeatureStart[unit + 1] - shapes.FeatureStart[unit])).ToArray();
        var vertices = rings.SelectMany(ring => Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])).ToArray();
        var starts = Starts(order.Select(unit => shapes.FeatureStart[unit + 1] - shapes.FeatureStart[unit]));
        int[] rows = [order[0], .. order.Skip(joined)];
        return new SourceLayer
        {
            Name = units.Name,
            Epsg = units.Epsg,
            Shapes = new SourceShapes
            {
                Kind = shapes.Kind,
                X = [.. vertices.Select(vertex => shapes.X[vertex])],
                Y = [.. vertices.Select(vertex => shapes.Y[vertex])],
                RingStart = Starts(rings.Select(ring => shapes.RingStart[ring + 1] - shapes.RingStart[ring])),
                FeatureStart = [0, .. starts.Skip(joined)],
                IsHole = shapes.IsHole.Length == 0 ? [] : [.. rings.Select(ring => shapes.IsHole[ring])],
            },
            Columns = [new TextSource("id", TextColumn.From(rows.Select(row => $"unit {row}")))],
        };
    }

    private static double WestOf(SourceShapes shapes, int unit) =>
        Enumerable.Range(shapes.RingStart[shapes.FeatureStart[unit]], 3).Average(vertex => shapes.X[vertex]);

    private static int[] Starts(IEnumerable<int> counts)
    {
        var starts = new List<int> { 0 };
        starts.AddRange(counts.Select(count => starts[^1] + count));
        return [.. starts];
    }
}
