using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Repairs the features of a layer that are listed with a kind of defect that was asked for. Every other feature stays as it
/// is to the last digit, every repair is listed, and nothing is left out but records that are there twice.
/// </summary>
public static class LayerRepair
{
    /// <summary>The layer with its repairs; the same layer where there is nothing to repair.</summary>
    /// <param name="layer">The layer as delivered.</param>
    /// <param name="kinds">Kinds to repair, of <see cref="Repair.Kinds"/>.</param>
    /// <param name="defects">All defects of the city.</param>
    public static (SourceLayer Layer, IReadOnlyList<Repair> Repairs) Of(
        SourceLayer layer, IReadOnlySet<string> kinds, IEnumerable<Defect> defects)
    {
        if (layer.Shapes.Kind != ShapeKind.Polygon)
        {
            return (layer, []);
        }

        var wanted = defects.Where(defect => defect.Layer == layer.Name && defect.Fid >= 0 && kinds.Contains(defect.Code))
            .GroupBy(defect => defect.Fid).ToDictionary(group => group.Key, group => group.Select(defect => defect.Code).ToHashSet());
        int[] rows = [.. Enumerable.Range(0, wanted.Count == 0 ? 0 : layer.Shapes.Count).Where(row => wanted.ContainsKey(layer.FidOf(row)))];
        var work = new RepairWork(layer, rows);
        foreach (var row in rows)
        {
            work.Mend(row, wanted[layer.FidOf(row)]);
        }

        var (kept, dropped) = kinds.Contains("duplicate_geometry")
            ? RepeatedRecords.Of(layer, rows.Where(row => wanted[layer.FidOf(row)].Contains("duplicate_geometry")))
            : ([.. Enumerable.Range(0, layer.Shapes.Count)], []);
        IReadOnlyList<Repair> repairs = [.. work.Repairs, .. dropped];
        return repairs.Count == 0 ? (layer, []) : (RepairedLayer.Of(layer, kept, work.Mended), repairs);
    }
}
