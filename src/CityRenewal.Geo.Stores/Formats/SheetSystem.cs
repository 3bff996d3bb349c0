using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Brings sheets on both sides of a zone limit to one reference system: that of most features, since what stays need
/// not be rounded. What was brought is said in the report.
/// </summary>
internal static class SheetSystem
{
    /// <summary>The sheets, all in one system.</summary>
    public static IReadOnlyList<ReadSheet> InOne(IReadOnlyList<ReadSheet> sheets, List<ImportedSource> sources)
    {
        var systems = sheets.GroupBy(sheet => sheet.Mapped.Layer.Epsg).ToList();
        if (systems.Count == 1)
        {
            return sheets;
        }

        var target = systems.Where(system => !ReferenceSystems.Find(system.Key).IsInputOnly)
            .OrderByDescending(system => system.Sum(sheet => sheet.Mapped.Layer.Shapes.Count)).ThenBy(system => system.Key)
            .First().Key;
        return [.. sheets.Select(sheet => sheet.Mapped.Layer.Epsg == target ? sheet : Brought(sheet, target, sources))];
    }

    private static ReadSheet Brought(ReadSheet sheet, int target, List<ImportedSource> sources)
    {
        var layer = sheet.Mapped.Layer;
        var transform = SystemTransform.Between(layer.Epsg, target);
        var (x, y) = (new double[layer.Shapes.X.Length], new double[layer.Shapes.X.Length]);
        transform.Map(layer.Shapes.X, layer.Shapes.Y, x, y);
        var source = sources[sheet.Source];
        var note = $"{layer.Shapes.Count:N0} features brought from EPSG:{layer.Epsg} to EPSG:{target}, "
            + $"the system of most of {layer.Name}";
        sources[sheet.Source] = source with { Notes = [.. source.Notes, note + Lost(layer.Shapes, x)] };
        var brought = new SourceLayer
        {
            Name = layer.Name,
            Epsg = target,
            Shapes = layer.Shapes.WithCoordinates(x, y),
            Columns = layer.Columns,
            Fids = layer.Fids,
            Origin = layer.Origin,
            Classification = layer.Classification,
        };
        return sheet with
        {
            Mapped = sheet.Mapped with { Layer = brought, Defects = [.. sheet.Mapped.Defects.Select(defect => Moved(defect, transform))] },
        };
    }

    private static string Lost(SourceShapes shapes, double[] x)
    {
        var lost = Enumerable.Range(0, x.Length).Count(i => !double.IsFinite(x[i]) && double.IsFinite(shapes.X[i]));
        return lost > 0 ? $"; {lost:N0} vertices have no place in it" : "";
    }

    private static Defect Moved(Defect defect, SystemTransform transform)
    {
        double[] x = [0], y = [0];
        transform.Map([defect.X], [defect.Y], x, y);
        return defect with { X = x[0], Y = y[0] };
    }
}
