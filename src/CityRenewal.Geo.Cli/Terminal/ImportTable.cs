using CityRenewal.Geo.Cli.Commands;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What an import took from where, and what is wrong with it.</summary>
internal static class ImportTable
{
    public static void Print(ImportedLayers imported, IReadOnlyList<Defect> defects, WrittenImport written, bool json)
    {
        if (json)
        {
            JsonOut.Print(new
            {
                city = written.Path,
                sources = imported.Report.Sources.Select(source => new
                {
                    file = source.File,
                    source_layer = source.SourceLayer,
                    layer = source.Layer,
                    features = source.Features,
                    epsg = source.Epsg,
                    classification = source.Classification.Wire(),
                    notes = source.Notes,
                    readings = source.Readings.Select(reading => new
                    {
                        column = reading.Column,
                        written = reading.Written,
                        read = reading.Read,
                        rule = reading.Rule,
                        rows = reading.Rows,
                    }),
                }),
                matches_to_confirm = imported.MatchList.Count(match => match.Decision is null),
                defects = defects.Count,
                changes = written.Changes?.Select(ChangeTable.ToJson),
            });
            return;
        }

        var table = TextTable.Of("file", "its layer", "became", ">features", ">EPSG", "classification");
        foreach (var source in imported.Report.Sources)
        {
            table.Row(source.File, source.SourceLayer, source.Layer.Length > 0 ? source.Layer : "left out", source.Features, source.Layer.Length > 0 ? source.Epsg.ToString() : "",
                source.Layer.Length > 0 ? $"{source.Classification.Wire()} {source.Classification.Chinese()}" : "");
        }

        TextTable.Print(table);
        foreach (var source in imported.Report.Sources)
        {
            foreach (var note in source.Notes)
            {
                Console.Out.WriteLine($"· {source.File}: {note}");
            }
        }

        foreach (var kind in defects.GroupBy(defect => (defect.Code, defect.Severity)).OrderByDescending(group => group.Key.Severity).ThenBy(group => group.Key.Code, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"  {kind.Key.Severity.ToString().ToLowerInvariant(),-8} {kind.Count(),7:N0} × {kind.Key.Code}");
        }

        Console.Out.WriteLine(defects.Count > 0 ? $"where each of them is: renewal check {written.Path}" : "no defects found by the present checks");
        PrintChanges(imported, written);
    }

    private static void PrintChanges(ImportedLayers imported, WrittenImport written)
    {
        if (written.Changes is null)
        {
            Console.Out.WriteLine($"written: {written.Path}");
            return;
        }

        if (written.Changes.Count > 0)
        {
            ChangeTable.Print(written.Changes);
        }

        var came = imported.Layers.Select(layer => layer.Name).ToHashSet();
        var unchanged = LayerNames.All.Where(came.Contains).Except(written.Changes.Select(change => change.Version.Layer)).ToList();
        if (unchanged.Count > 0)
        {
            Console.Out.WriteLine($"unchanged, no new version: {string.Join(", ", unchanged)}");
        }

        Console.Out.WriteLine(written.Changes.Count > 0
            ? $"brought up to date: {written.Path}; earlier versions stay readable: renewal history {written.Path}"
            : $"nothing changed: {written.Path}");
    }
}
