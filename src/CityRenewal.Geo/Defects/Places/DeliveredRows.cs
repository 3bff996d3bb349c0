using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// What the check of a city still asks of its delivered layers once each has been checked by itself: the id, the number and
/// one place of every feature, and how old the layer is. The rest, most of it coordinates, need not be held any longer.
/// </summary>
public static class DeliveredRows
{
    /// <summary>The layers with the first finite vertex of every feature and the few columns that are still read.</summary>
    public static IReadOnlyList<SourceLayer> Of(IReadOnlyList<SourceLayer> layers) => [.. layers.Select(Of)];

    private static SourceLayer Of(SourceLayer layer) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Origin = layer.Origin,
        Fids = layer.Fids,
        Sheets = layer.Sheets,
        Classification = layer.Classification,
        Shapes = PlacesOf(layer.Shapes),
        Columns = [.. layer.Columns.Where(column => column.Name == LayerNames.IdColumn(layer.Name) || LayerAges.Reads(layer, column))],
    };

    private static SourceShapes PlacesOf(SourceShapes shapes)
    {
        var (x, y) = (new List<double>(shapes.Count), new List<double>(shapes.Count));
        var start = new int[shapes.Count + 1];
        for (var row = 0; row < shapes.Count; row++)
        {
            int vertex = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row + 1]];
            while (vertex < end && !(double.IsFinite(shapes.X[vertex]) && double.IsFinite(shapes.Y[vertex])))
            {
                vertex++;
            }

            if (vertex < end)
            {
                x.Add(shapes.X[vertex]);
                y.Add(shapes.Y[vertex]);
            }

            start[row + 1] = x.Count;
        }

        return new SourceShapes
        {
            Kind = ShapeKind.Point, X = [.. x], Y = [.. y], RingStart = [.. Enumerable.Range(0, x.Count + 1)], FeatureStart = start, IsHole = [],
        };
    }
}
