using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Samples.Registers;

/// <summary>A layer with some of its rows only.</summary>
internal static class RowChoice
{
    /// <summary>The rows, in the given order.</summary>
    public static SourceLayer Of(SourceLayer layer, int[] rows) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Origin = layer.Origin,
        Shapes = Of(layer.Shapes, rows),
        Columns = [.. layer.Columns.Select(column => Of(column, rows))],
    };

    private static SourceColumn Of(SourceColumn column, int[] rows) => column switch
    {
        IntegerSource whole => whole with { Values = [.. rows.Select(row => whole.Values[row])] },
        RealSource real => real with { Values = [.. rows.Select(row => real.Values[row])] },
        _ => new TextSource(column.Name, TextColumn.From(rows.Select(column.TextOf))),
    };

    private static SourceShapes Of(SourceShapes shapes, int[] rows)
    {
        var (x, y, rings, holes, features) =
            (new List<double>(), new List<double>(), new List<int> { 0 }, new List<bool>(), new List<int> { 0 });
        foreach (var row in rows)
        {
            for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
            {
                var (start, end) = (shapes.RingStart[ring], shapes.RingStart[ring + 1]);
                x.AddRange(shapes.X[start..end]);
                y.AddRange(shapes.Y[start..end]);
                rings.Add(x.Count);
                holes.Add(shapes.IsHole.Length > 0 && shapes.IsHole[ring]);
            }

            features.Add(holes.Count);
        }

        return new SourceShapes
        {
            Kind = shapes.Kind,
            X = [.. x],
            Y = [.. y],
            RingStart = [.. rings],
            FeatureStart = [.. features],
            IsHole = holes.Contains(true) ? [.. holes] : [],
        };
    }
}
