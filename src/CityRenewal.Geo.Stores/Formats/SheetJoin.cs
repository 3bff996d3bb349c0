using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Makes one layer of several that mean the same: control lines come as one file a kind. Ids that two of them use get the
/// name of their file in front.
/// </summary>
internal static class SheetJoin
{
    /// <summary>The layers, each name once; noted where two of one name cannot be joined.</summary>
    public static IReadOnlyList<SourceLayer> Joined(IReadOnlyList<SourceLayer> layers, ImportProblems problems)
    {
        var joined = new List<SourceLayer>();
        foreach (var sheets in layers.GroupBy(layer => layer.Name).Select(group => group.ToList()))
        {
            // Parcels and buildings on both sides of a zone limit stay two: a city takes several systems.
            if (sheets.Count == 1 || sheets[0].Name is LayerNames.Parcels or LayerNames.Buildings)
            {
                joined.AddRange(sheets);
            }
            else if (sheets.Any(sheet => sheet.Epsg != sheets[0].Epsg || sheet.Shapes.Kind != sheets[0].Shapes.Kind))
            {
                problems.Add(
                    string.Join(", ", sheets.Select(sheet => sheet.Origin)),
                    $"they all become {sheets[0].Name}, but in different reference systems or kinds of shapes ({string.Join(", ", sheets.Select(sheet => $"EPSG:{sheet.Epsg}"))}).",
                    "Convert them to one system, then import again.");
            }
            else
            {
                joined.Add(Of(sheets));
            }
        }

        return joined;
    }

    private static SourceLayer Of(List<SourceLayer> sheets)
    {
        var first = sheets[0];
        var id = LayerNames.IdColumn(first.Name);
        var names = sheets.SelectMany(sheet => sheet.Columns.Select(column => column.Name)).Distinct().Where(name => name != id);
        return new SourceLayer
        {
            Name = first.Name,
            Epsg = first.Epsg,
            Shapes = ShapesOf([.. sheets.Select(sheet => sheet.Shapes)]),
            Fids = [.. sheets.SelectMany(sheet => Enumerable.Range(0, sheet.Shapes.Count).Select(sheet.FidOf))],
            Origin = string.Join(", ", sheets.Select(sheet => sheet.Origin)),
            Classification = ClassificationWords.Highest(sheets.Select(sheet => sheet.Classification)),
            Columns = [IdsOf(sheets, id), .. names.Select(name => ColumnOf(sheets, name))],
        };
    }

    private static TextSource IdsOf(List<SourceLayer> sheets, string id)
    {
        var ids = sheets.Select(sheet => Enumerable.Range(0, sheet.Shapes.Count).Select(row => sheet.Column(id)?.TextOf(row) ?? "").ToList()).ToList();
        var twice = ids.SelectMany(sheet => sheet.Where(text => text.Length > 0).Distinct()).GroupBy(text => text).Any(same => same.Count() > 1);
        var texts = ids.SelectMany((sheet, i) => sheet.Select(text => twice && text.Length > 0 ? $"{PrefixOf(sheets[i])}:{text}" : text));
        return new TextSource(id, TextColumn.From(texts));
    }

    private static string PrefixOf(SourceLayer sheet) => Path.GetFileNameWithoutExtension(sheet.Origin);

    private static SourceColumn ColumnOf(List<SourceLayer> sheets, string name)
    {
        if (sheets.All(sheet => sheet.Column(name) is RealSource or null))
        {
            return new RealSource(name, [.. sheets.SelectMany(sheet => (sheet.Column(name) as RealSource)?.Values ?? [.. Enumerable.Repeat(double.NaN, sheet.Shapes.Count)])]);
        }

        return sheets.All(sheet => sheet.Column(name) is IntegerSource or null)
            ? new IntegerSource(name, [.. sheets.SelectMany(sheet => (sheet.Column(name) as IntegerSource)?.Values ?? [.. Enumerable.Repeat(Unknown.Integer, sheet.Shapes.Count)])])
            : new TextSource(name, TextColumn.From(sheets.SelectMany(sheet => Enumerable.Range(0, sheet.Shapes.Count).Select(row => sheet.Column(name)?.TextOf(row)))));
    }

    private static SourceShapes ShapesOf(IReadOnlyList<SourceShapes> sheets)
    {
        List<int> rings = [0], features = [0];
        foreach (var sheet in sheets)
        {
            int vertices = rings[^1], before = rings.Count - 1;
            rings.AddRange(sheet.RingStart.Skip(1).Select(start => start + vertices));
            features.AddRange(sheet.FeatureStart.Skip(1).Select(start => start + before));
        }

        var hasHoles = sheets.Any(sheet => sheet.IsHole.Length > 0);
        return new SourceShapes
        {
            Kind = sheets[0].Kind,
            X = [.. sheets.SelectMany(sheet => sheet.X)],
            Y = [.. sheets.SelectMany(sheet => sheet.Y)],
            RingStart = [.. rings],
            FeatureStart = [.. features],
            IsHole = hasHoles ? [.. sheets.SelectMany(sheet => sheet.IsHole.Length > 0 ? sheet.IsHole : new bool[sheet.RingStart.Length - 1])] : [],
        };
    }
}
