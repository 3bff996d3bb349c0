using CityRenewal.Geo.Reports.Maps;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// What the signs of a map mean, as a table of the document itself below the map: its words are the document's, so they can be read
/// where the picture has none, searched and copied.
/// </summary>
internal static class DocxLegend
{
    private const int Columns = 3;
    private const int WidthTwips = 9_354; // as wide as the map
    private const string Size = "15"; // half points

    /// <summary>Puts the table after a paragraph, and keeps both on one page.</summary>
    /// <param name="paragraph">The paragraph of the map.</param>
    /// <param name="legend">The signs, in reading order.</param>
    /// <param name="swatch">The piece of a sign as a run.</param>
    public static void After(Paragraph paragraph, IReadOnlyList<MapSwatch> legend, Func<MapSwatch, Run> swatch)
    {
        (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext = new KeepNext();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{WidthTwips}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Range(0, Columns).Select(_ => new GridColumn { Width = $"{WidthTwips / Columns}" })));
        for (var first = 0; first < legend.Count; first += Columns)
        {
            var isLast = first + Columns >= legend.Count;
            var cells = Enumerable.Range(first, Columns).Select(i => CellOf(i < legend.Count ? legend[i] : null, swatch, isLast));
            table.AppendChild(new TableRow([new TableRowProperties(new CantSplit()), .. cells]));
        }

        // Two tables without a paragraph between would become one, and a cell has to end with one.
        paragraph.InsertAfterSelf(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact })));
        paragraph.InsertAfterSelf(table);
        paragraph.InsertAfterSelf(Title());
    }

    private static Paragraph Title() => new(
        new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "60", After = "20" }),
        new Run(new RunProperties(new Bold(), new FontSize { Val = Size }, new FontSizeComplexScript { Val = Size }), new WordText("图例 Legend")));

    private static TableCell CellOf(MapSwatch? sign, Func<MapSwatch, Run> swatch, bool isLast)
    {
        var properties = new ParagraphProperties();
        properties.KeepNext = isLast ? null : new KeepNext();
        properties.SpacingBetweenLines = new SpacingBetweenLines { Before = "20", After = "20" };
        properties.Indentation = new Indentation { Left = "510", Hanging = "510" };
        var paragraph = new Paragraph(properties);
        if (sign is not null)
        {
            paragraph.Append(swatch(sign), new Run(
                new RunProperties(new FontSize { Val = Size }, new FontSizeComplexScript { Val = Size }),
                new TabChar(), new WordText(DocxText.Clean(sign.Label))));
        }

        return new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = $"{WidthTwips / Columns}", Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            paragraph);
    }
}
