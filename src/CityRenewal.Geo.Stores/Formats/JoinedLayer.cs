using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>One layer of several sheets in one system: their rows in the order of the sheets, columns united.</summary>
internal static class JoinedLayer
{
    /// <summary>The layer; a column that a sheet does not have is unknown in its rows.</summary>
    public static SourceLayer Of(IReadOnlyList<(MappedLayer Mapped, string File)> joined)
    {
        var sheets = joined.Select(sheet => sheet.Mapped.Layer).ToList();
        var id = LayerNames.IdColumn(sheets[0].Name);
        var names = sheets.SelectMany(sheet => sheet.Columns.Select(column => column.Name)).Distinct().Where(name => name != id);
        return new SourceLayer
        {
            Name = sheets[0].Name,
            Epsg = sheets[0].Epsg,
            Shapes = JoinedShapes.Of([.. sheets.Select(sheet => sheet.Shapes)]),
            Fids = [.. sheets.SelectMany(sheet => Enumerable.Range(0, sheet.Shapes.Count).Select(sheet.FidOf))],
            Sheets = SheetsOf(joined),
            Origin = string.Join(", ", sheets.Select(sheet => sheet.Origin)),
            Classification = ClassificationWords.Highest(sheets.Select(sheet => sheet.Classification)),
            Columns = [IdsOf(joined, id), .. names.Select(name => ColumnOf(sheets, name))],
        };
    }

    private static List<LayerSheet> SheetsOf(IReadOnlyList<(MappedLayer Mapped, string File)> joined)
    {
        var (sheets, row) = (new List<LayerSheet>(), 0);
        foreach (var (mapped, file) in joined)
        {
            sheets.Add(new LayerSheet(file, row));
            row += mapped.Layer.Shapes.Count;
        }

        return sheets;
    }

    // Ids of parcels and buildings come from a register: one that two sheets use is a defect. Zones are numbered by file.
    private static TextSource IdsOf(IReadOnlyList<(MappedLayer Mapped, string File)> joined, string id)
    {
        var ids = joined.Select(sheet => TextsOf(sheet.Mapped.Layer, id).ToList()).ToList();
        var twice = ids.SelectMany(sheet => sheet.Where(text => text.Length > 0).Distinct()).GroupBy(text => text).Any(same => same.Count() > 1);
        var isRegistered = joined[0].Mapped.Layer.Name is LayerNames.Parcels or LayerNames.Buildings;
        return new TextSource(id, TextColumn.From(joined.SelectMany((sheet, i) =>
        {
            var prefix = twice && (!isRegistered || sheet.Mapped.HasNumbersForIds) ? Path.GetFileNameWithoutExtension(sheet.File) + ":" : "";
            return ids[i].Select(text => text.Length > 0 ? prefix + text : text);
        })));
    }

    private static IEnumerable<string> TextsOf(SourceLayer sheet, string column)
    {
        var values = sheet.Column(column);
        return Enumerable.Range(0, sheet.Shapes.Count).Select(row => values?.TextOf(row) ?? "");
    }

    private static SourceColumn ColumnOf(List<SourceLayer> sheets, string name)
    {
        if (sheets.All(sheet => sheet.Column(name) is RealSource or null))
        {
            return new RealSource(name, [.. sheets.SelectMany(sheet => (sheet.Column(name) as RealSource)?.Values ?? Repeated(double.NaN, sheet))]);
        }

        return sheets.All(sheet => sheet.Column(name) is IntegerSource or null)
            ? new IntegerSource(name, [.. sheets.SelectMany(sheet => (sheet.Column(name) as IntegerSource)?.Values ?? Repeated(Unknown.Integer, sheet))])
            : new TextSource(name, TextColumn.From(sheets.SelectMany(sheet => TextsOf(sheet, name))));
    }

    private static T[] Repeated<T>(T unknown, SourceLayer sheet) => [.. Enumerable.Repeat(unknown, sheet.Shapes.Count)];
}
