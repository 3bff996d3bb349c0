using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Records that are there twice: the same outline and the same attributes but for the id. The first one in the file stays.</summary>
internal static class RepeatedRecords
{
    /// <summary>The rows that stay, ascending, and what was left out.</summary>
    public static (int[] Kept, IReadOnlyList<Repair> Dropped) Of(SourceLayer layer, IEnumerable<int> twins)
    {
        var idColumn = LayerNames.IdColumn(layer.Name);
        var findings = new LayerFindings(layer);
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        var dropped = new Dictionary<int, Repair>();
        foreach (var row in twins.Order())
        {
            var record = string.Join('\u001f', layer.Columns.Where(column => column.Name != idColumn).Select(column => column.TextOf(row)).Append(OutlineOf(layer.Shapes, row)));
            if (!firsts.TryAdd(record, row))
            {
                var vertex = layer.Shapes.RingStart[layer.Shapes.FeatureStart[row]];
                dropped[row] = new Repair(
                    "duplicate_geometry", layer.Name, findings.IdOf(row), layer.FidOf(row), layer.Shapes.X[vertex], layer.Shapes.Y[vertex], 0, 0,
                    $"left out: the same record as feature {layer.FidOf(firsts[record])}, id {findings.IdOf(firsts[record])}");
            }
        }

        return ([.. Enumerable.Range(0, layer.Shapes.Count).Where(row => !dropped.ContainsKey(row))], [.. dropped.Values]);
    }

    private static string OutlineOf(SourceShapes shapes, int row)
    {
        int start = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row + 1]];
        return string.Join(' ', Enumerable.Range(start, end - start).Select(i => FormattableString.Invariant($"{shapes.X[i]:R},{shapes.Y[i]:R}")));
    }
}
