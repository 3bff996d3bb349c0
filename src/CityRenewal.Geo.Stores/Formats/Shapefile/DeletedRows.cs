using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Takes out rows: those that a .dbf marks as deleted but that have not been packed away, entities that draw no shape.</summary>
internal static class DeletedRows
{
    public static DeliveredLayer Without(IReadOnlySet<int> deleted, DeliveredLayer layer)
    {
        int[] kept = [.. Enumerable.Range(0, layer.Fids.Length).Where(row => !deleted.Contains(row))];
        var fids = deleted.Select(row => layer.Fids[row]).ToHashSet();
        return deleted.Count == 0 ? layer : layer with
        {
            Shapes = Shapes(layer.Shapes, kept),
            Fids = [.. kept.Select(row => layer.Fids[row])],
            Columns = [.. layer.Columns.Select(column =>
                new TextSource(column.Name, TextColumn.From(kept.Select(column.TextOf))))],
            Defects = [.. layer.Defects.Where(defect => !fids.Contains(defect.Fid))],
        };
    }

    private static SourceShapes Shapes(SourceShapes shapes, int[] kept)
    {
        int[] rings = [.. kept.SelectMany(row => Range(shapes.FeatureStart, row))];
        int[] vertices = [.. rings.SelectMany(ring => Range(shapes.RingStart, ring))];
        return new SourceShapes
        {
            Kind = shapes.Kind,
            X = [.. vertices.Select(vertex => shapes.X[vertex])],
            Y = [.. vertices.Select(vertex => shapes.Y[vertex])],
            RingStart = Starts(rings.Select(ring => shapes.RingStart[ring + 1] - shapes.RingStart[ring])),
            FeatureStart = Starts(kept.Select(row => shapes.FeatureStart[row + 1] - shapes.FeatureStart[row])),
            IsHole = shapes.IsHole.Length == 0 ? [] : [.. rings.Select(ring => shapes.IsHole[ring])],
        };
    }

    private static IEnumerable<int> Range(int[] start, int index) => Enumerable.Range(start[index], start[index + 1] - start[index]);

    private static int[] Starts(IEnumerable<int> counts)
    {
        var sum = 0;
        return [0, .. counts.Select(count => sum += count)];
    }
}
