using System.Collections.Concurrent;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// All checks that delivered layers can be put to before they become a city. Every problem is returned, sorted by layer and
/// number in the file; nothing is repaired here.
/// </summary>
public static class LayerChecks
{
    /// <summary>Defects of all layers.</summary>
    public static IReadOnlyList<Defect> Check(
        IReadOnlyList<SourceLayer> layers, DefectOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        SourceLayer? parcels = Only(layers, LayerNames.Parcels), buildings = Only(layers, LayerNames.Buildings);
        IReadOnlyList<int> outside = [];
        progress?.Report(new WorkProgress("checking layers", 0));
        List<Func<IReadOnlyList<Defect>>> pieces =
        [
            () => LayerPlaceCheck.Check(layers, cancel),
            () =>
            {
                outside = BuildingsOutsideParcels.Rows(parcels, buildings, cancel);
                return [];
            },
            .. layers.SelectMany(layer => PiecesOf(layer, parcels, options, cancel)),
        ];
        var defects = Found(pieces, cancel);
        defects.AddRange(BuildingsOutsideParcels.Tell(buildings, outside, UnusableParcels(defects)));
        defects.Sort(Defect.Compare);
        return defects;
    }

    // Pieces of very different size, so each is handed out by itself.
    private static List<Defect> Found(List<Func<IReadOnlyList<Defect>>> pieces, CancellationToken cancel)
    {
        var found = new IReadOnlyList<Defect>[pieces.Count];
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, pieces.Count), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { CancellationToken = cancel },
            i => found[i] = pieces[i]());
        return [.. found.SelectMany(part => part)];
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

    private static IEnumerable<Func<IReadOnlyList<Defect>>> PiecesOf(
        SourceLayer layer, SourceLayer? parcels, DefectOptions options, CancellationToken cancel)
    {
        if (layer.Shapes.Count == 0)
        {
            return [() => [GeometryDefects.EmptyLayer.At(FeaturePlace.WholeLayer(layer.Name))]];
        }

        List<Action<LayerFindings>> checks =
        [
            DuplicateIdCheck.Check,
            DuplicateGeometryCheck.Check,
            MisplacedCheck.Check,
            findings => AttributeCheck.Check(findings, options),
        ];
        if (layer.Name == LayerNames.Buildings)
        {
            checks.Add(findings => ParcelReferenceCheck.Check(findings, parcels));
        }

        return
        [
            () => Shapes(layer, cancel),
            .. checks.Select(check => new Func<IReadOnlyList<Defect>>(() =>
            {
                var findings = new LayerFindings(layer);
                check(findings);
                return findings.Defects;
            })),
        ];
    }

    private static List<Defect> Shapes(SourceLayer layer, CancellationToken cancel)
    {
        var found = new List<Defect>[FixedChunks.CountOf(layer.Shapes.Count)];
        var habits = LayerHabits.Of(layer);
        FixedChunks.Run(layer.Shapes.Count, 0, (chunk, start, end) =>
        {
            var findings = new LayerFindings(layer);
            var rings = new RingChecks(findings, habits);
            for (var row = start; row < end; row++)
            {
                rings.Check(row);
            }

            found[chunk] = findings.Defects;
        }, cancel);
        return [.. found.SelectMany(part => part)];
    }
}
