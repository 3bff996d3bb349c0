using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// What a CAD layer draws: polygons where it has closed polylines or hatches, else its lines. What is neither is left out
/// and counted.
/// </summary>
internal sealed class DxfShapes
{
    private readonly List<string> _notes = [];

    /// <param name="lines">Every entity of the layer; those that are no lines are empty.</param>
    /// <param name="hatches">The same entities; those that are no polygons are empty.</param>
    public DxfShapes(SourceShapes lines, SourceShapes hatches)
    {
        var closed = Enumerable.Range(0, lines.Count).Count(entity => IsClosed(lines, entity));
        var filled = Enumerable.Range(0, hatches.Count).Count(entity => !IsEmpty(hatches, entity));
        var drawn = Enumerable.Range(0, lines.Count).Count(entity => !IsEmpty(lines, entity));
        var isPolygon = closed + filled > 0;
        var others = lines.Count - drawn - filled;
        Shapes = isPolygon ? Polygons(lines, hatches) : lines;
        _notes.Add(isPolygon
            ? $"{closed:N0} closed polylines and {filled:N0} hatches became polygons"
            : $"no closed polyline and no hatch: the {drawn:N0} lines stay lines");
        if (isPolygon && drawn > closed)
        {
            _notes.Add($"{drawn - closed:N0} open lines were left out");
        }

        if (others > 0)
        {
            _notes.Add($"{others:N0} texts, points and blocks were left out");
        }
    }

    /// <summary>The shapes, entity by entity; those left out are empty.</summary>
    public SourceShapes Shapes { get; }

    /// <summary>Entities without a shape.</summary>
    public IReadOnlySet<int> LeftOut =>
        Enumerable.Range(0, Shapes.Count).Where(entity => IsEmpty(Shapes, entity)).ToHashSet();

    /// <summary>What became of the entities, with counts.</summary>
    public IReadOnlyList<string> Notes => _notes;

    private static SourceShapes Polygons(SourceShapes lines, SourceShapes hatches)
    {
        using var collector = new ShapeCollector();
        for (var entity = 0; entity < lines.Count; entity++)
        {
            var from = IsClosed(lines, entity) ? lines : hatches;
            for (var ring = from.FeatureStart[entity]; ring < from.FeatureStart[entity + 1]; ring++)
            {
                var (start, count) = (from.RingStart[ring], from.RingStart[ring + 1] - from.RingStart[ring]);
                var isHole = from == hatches && hatches.IsHole.Length > 0 && hatches.IsHole[ring];
                collector.Ring(count, isHole ? RingRole.Hole : RingRole.Shell, out var x, out var y);
                from.X.AsSpan(start, count).CopyTo(x);
                from.Y.AsSpan(start, count).CopyTo(y);
            }

            collector.EndFeature();
        }

        long[] numbers = [.. Enumerable.Range(0, lines.Count).Select(entity => (long)entity)];
        return DeliveredShapes.From(collector, "", numbers).Shapes;
    }

    private static bool IsEmpty(SourceShapes shapes, int entity) =>
        shapes.FeatureStart[entity] == shapes.FeatureStart[entity + 1];

    private static bool IsClosed(SourceShapes lines, int entity)
    {
        if (lines.FeatureStart[entity + 1] - lines.FeatureStart[entity] != 1)
        {
            return false;
        }

        var ring = lines.FeatureStart[entity];
        var (first, last) = (lines.RingStart[ring], lines.RingStart[ring + 1] - 1);
        return last - first >= 3 && lines.X[first] == lines.X[last] && lines.Y[first] == lines.Y[last];
    }
}
