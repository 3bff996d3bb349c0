using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// All checks that delivered layers can be put to before they become a city. Every problem is returned, sorted by layer and
/// number in the file; nothing is repaired here.
/// </summary>
public static class LayerChecks
{
    private const int Chunk = 8192;

    /// <summary>Defects of all layers.</summary>
    public static IReadOnlyList<Defect> Check(
        IReadOnlyList<SourceLayer> layers, DefectOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var parcels = Only(layers, LayerNames.Parcels);
        var found = new List<Defect>[layers.Count];
        IReadOnlyList<Defect> places = [];
        progress?.Report(new WorkProgress("checking layers", 0));
        Parallel.For(0, layers.Count + 1, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            if (i == layers.Count)
            {
                places = LayerPlaceCheck.Check(layers, cancel);
            }
            else
            {
                found[i] = Of(layers[i], parcels, options, cancel);
            }
        });
        var defects = found.SelectMany(part => part).ToList();
        defects.AddRange(BuildingsOutsideParcels.Check(parcels, Only(layers, LayerNames.Buildings), UnusableParcels(defects), cancel));
        defects.AddRange(places);
        defects.Sort(Defect.Compare);
        return defects;
    }

    /// <summary>Sheets of one layer that lie far from the largest of them, looked at before they are joined.</summary>
    public static IReadOnlyList<Defect> OfSheets(IReadOnlyList<SourceLayer> sheets, CancellationToken cancel = default) =>
        LayerPlaceCheck.Check(sheets, cancel);

    // Where several sheets give a layer, its features are compared with others only after they have become one city.
    private static SourceLayer? Only(IReadOnlyList<SourceLayer> layers, string name) =>
        layers.Count(layer => layer.Name == name) == 1 ? layers.First(layer => layer.Name == name) : null;

    private static HashSet<string> UnusableParcels(IEnumerable<Defect> defects) =>
    [
        .. defects.Where(defect => defect.Layer == LayerNames.Parcels && defect.Severity == Severity.Error).Select(defect => defect.Id),
    ];

    // The checks of a layer do not see each other: each fills a list of its own, and the lists keep their order.
    private static List<Defect> Of(SourceLayer layer, SourceLayer? parcels, DefectOptions options, CancellationToken cancel)
    {
        Action<LayerFindings>[] checks = layer.Shapes.Count == 0
            ? [findings => findings.Defects.Add(GeometryDefects.EmptyLayer.At(FeaturePlace.WholeLayer(layer.Name)))]
            :
            [
                DuplicateIdCheck.Check, DuplicateGeometryCheck.Check, MisplacedCheck.Check,
                findings => AttributeCheck.Check(findings, options), findings => CheckReferences(findings, parcels),
            ];
        var shapes = new List<Defect>();
        var found = new LayerFindings[checks.Length];
        Parallel.For(0, checks.Length + 1, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            if (i == checks.Length)
            {
                CheckShapes(layer, shapes, cancel);
            }
            else
            {
                checks[i](found[i] = new LayerFindings(layer));
            }
        });
        shapes.AddRange(found.SelectMany(findings => findings.Defects));
        return shapes;
    }

    private static void CheckReferences(LayerFindings findings, SourceLayer? parcels)
    {
        if (findings.Layer.Name == LayerNames.Buildings)
        {
            ParcelReferenceCheck.Check(findings, parcels);
        }
    }

    private static void CheckShapes(SourceLayer layer, List<Defect> defects, CancellationToken cancel)
    {
        var chunks = (layer.Shapes.Count + Chunk - 1) / Chunk;
        var found = new List<Defect>[chunks];
        var habits = LayerHabits.Of(layer);
        Parallel.For(0, chunks, new ParallelOptions { CancellationToken = cancel }, chunk =>
        {
            var findings = new LayerFindings(layer);
            var rings = new RingChecks(findings, habits);
            for (var row = chunk * Chunk; row < Math.Min(layer.Shapes.Count, (chunk + 1) * Chunk); row++)
            {
                rings.Check(row);
            }

            found[chunk] = findings.Defects;
        });
        foreach (var part in found)
        {
            defects.AddRange(part);
        }
    }
}
