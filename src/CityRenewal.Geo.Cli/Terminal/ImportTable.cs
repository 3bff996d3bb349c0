using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What an import took from where, and what is wrong with it.</summary>
internal static class ImportTable
{
    public static void Print(ImportedLayers imported, IReadOnlyList<Defect> defects, string path, bool json)
    {
        if (json)
        {
            JsonOut.Print(new
            {
                city = path,
                sources = imported.Report.Sources.Select(source => new
                {
                    file = source.File,
                    source_layer = source.SourceLayer,
                    layer = source.Layer,
                    features = source.Features,
                    epsg = source.Epsg,
                    notes = source.Notes,
                }),
                matches_to_confirm = imported.MatchList.Count(match => match.Decision is null),
                defects = defects.Count,
            });
            return;
        }

        var table = TextTable.Of("file", "its layer", "became", ">features", ">EPSG");
        foreach (var source in imported.Report.Sources)
        {
            table.Row(source.File, source.SourceLayer, source.Layer.Length > 0 ? source.Layer : "left out", source.Features, source.Layer.Length > 0 ? source.Epsg.ToString() : "");
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

        Console.Out.WriteLine(defects.Count > 0 ? $"where each of them is: renewal check {path}" : "no defects found by the present checks");
        Console.Out.WriteLine($"written: {path}");
    }
}
