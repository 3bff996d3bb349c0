using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Makes one layer of several sheets that mean the same: the halves of a district, control lines as one file a kind.
/// The result does not depend on the order in which the files were given.
/// </summary>
internal static class SheetJoin
{
    /// <summary>The layers, each name once, and what was found in reading; noted where some cannot be joined.</summary>
    public static (IReadOnlyList<SourceLayer> Layers, IReadOnlyList<Defect> Defects) Joined(
        IReadOnlyList<ReadSheet> sheets, List<ImportedSource> sources, ImportProblems problems)
    {
        var (layers, defects) = (new List<SourceLayer>(), new List<Defect>());
        foreach (var group in sheets.GroupBy(sheet => sheet.Mapped.Layer.Name))
        {
            var ordered = group.OrderBy(sheet => FileOf(sheet, sources), StringComparer.Ordinal).ToList();
            if (ordered.Count == 1)
            {
                layers.Add(ordered[0].Mapped.Layer);
                defects.AddRange(ordered[0].Mapped.Defects);
            }
            else if (Refusal([.. ordered.Select(sheet => sheet.Mapped.Layer)]) is { } refusal)
            {
                problems.Add(refusal);
            }
            else
            {
                defects.AddRange(LayerChecks.OfSheets([.. ordered.Select(sheet => sheet.Mapped.Layer)]));
                var joined = SheetSystem.InOne(ordered, sources)
                    .Select(sheet => (sheet.Mapped, File: FileOf(sheet, sources))).ToList();
                layers.Add(JoinedLayer.Of(joined));
                defects.AddRange(joined.SelectMany(sheet =>
                    sheet.Mapped.Defects.Select(defect => defect with { File = sheet.File })));
                Note(ordered, sources);
            }
        }

        return (layers, defects);
    }

    private static string FileOf(ReadSheet sheet, List<ImportedSource> sources) =>
        ReferenceSystemChoice.Named(sources[sheet.Source].File, sources[sheet.Source].SourceLayer);

    private static StoreException? Refusal(IReadOnlyList<SourceLayer> sheets)
    {
        var origins = string.Join(", ", sheets.Select(sheet => sheet.Origin));
        if (sheets.Select(sheet => sheet.Shapes.Kind).Distinct().Count() > 1)
        {
            var kinds = string.Join(", ", sheets.Select(sheet => sheet.Shapes.Kind.ToString().ToLowerInvariant()));
            return new StoreException(
                origins,
                $"they all become {sheets[0].Name}, but are of different kinds ({kinds}).",
                "Give them one kind of shapes, then import again.");
        }

        var isLocal = sheets.Select(sheet => sheet.Epsg == ReferenceSystems.Local).ToList();
        return isLocal.Contains(true) && isLocal.Contains(false)
            ? new StoreException(
                origins,
                $"they all become {sheets[0].Name}, but some are in a local system that has no place on the earth "
                + $"({string.Join(", ", sheets.Select(sheet => sheet.Epsg == ReferenceSystems.Local ? "local" : $"EPSG:{sheet.Epsg}"))}).",
                "Give the local ones a transformation (--transform), or convert all to one system, then import again.")
            : null;
    }

    private static void Note(List<ReadSheet> sheets, List<ImportedSource> sources)
    {
        foreach (var sheet in sheets)
        {
            var others = sheets.Where(other => other != sheet).Select(other => FileOf(other, sources));
            var source = sources[sheet.Source];
            sources[sheet.Source] = source with { Notes = [.. source.Notes, $"one layer of {source.Layer} with {string.Join(", ", others)}"] };
        }
    }
}
