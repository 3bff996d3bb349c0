using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Puts a layer together from the rows that stay and the features that changed.</summary>
internal static class RepairedLayer
{
    // Areas of the outlines as they were; they are measured anew when the layer is written.
    private static readonly string[] OfOutlines = ["legal_area_m2", "legal_perimeter_m"];

    public static SourceLayer Of(SourceLayer layer, int[] kept, Dictionary<int, RepairFeature> mended) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Origin = layer.Origin,
        Fids = [.. kept.Select(layer.FidOf)],
        Shapes = ShapesOf(layer.Shapes, kept, mended),
        Columns = [.. layer.Columns.Where(column => !OfOutlines.Contains(column.Name)).Select(column => Rows(column, kept))],
    };

    private static SourceShapes ShapesOf(SourceShapes shapes, int[] kept, Dictionary<int, RepairFeature> mended)
    {
        var (x, y, ringStart, featureStart, holes) = (new List<double>(), new List<double>(), new List<int> { 0 }, new List<int> { 0 }, new List<bool>());
        foreach (var row in kept)
        {
            var feature = mended.GetValueOrDefault(row) ?? new RepairFeature(shapes, row);
            foreach (var ring in feature.Rings)
            {
                x.AddRange(ring.Points.Select(point => point.X));
                y.AddRange(ring.Points.Select(point => point.Y));
                ringStart.Add(x.Count);
                holes.Add(ring.IsHole);
            }

            featureStart.Add(holes.Count);
        }

        return new SourceShapes
        {
            Kind = shapes.Kind, X = [.. x], Y = [.. y], RingStart = [.. ringStart], FeatureStart = [.. featureStart],
            IsHole = holes.Contains(true) ? [.. holes] : [],
        };
    }

    private static SourceColumn Rows(SourceColumn column, int[] kept) => column switch
    {
        TextSource texts => new TextSource(texts.Name, TextColumn.From(kept.Select(row => texts.Values[row]))),
        IntegerSource integers => new IntegerSource(integers.Name, [.. kept.Select(row => integers.Values[row])]),
        RealSource reals => new RealSource(reals.Name, [.. kept.Select(row => reals.Values[row])]),
        _ => throw new InvalidOperationException($"Column {column.Name} is of an unknown type."),
    };
}
