using System.Security;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>Writes the parts of a Word document and of a workbook as text.</summary>
internal static class TemplateParts
{
    /// <summary>Formats of cells by their place among the styles.</summary>
    public const int Text = 0, Head = 1, Title = 2, Note = 3, Whole = 4, Share = 5, Metres = 6, Side = 7;

    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Page = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {0} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public static string Paragraph(string text, string style = "", string align = "", bool isRed = false, bool onNewPage = false)
    {
        var look = (style.Length > 0 ? $"<w:pStyle w:val=\"{style}\"/>" : "") + (onNewPage ? "<w:pageBreakBefore/>" : "") + (align.Length > 0 ? $"<w:jc w:val=\"{align}\"/>" : "");
        return $"<w:p>{(look.Length > 0 ? $"<w:pPr>{look}</w:pPr>" : "")}{Run(text, isRed ? "<w:b/><w:color w:val=\"A03020\"/>" : "")}</w:p>";
    }

    /// <summary>A table of names and values.</summary>
    public static string Pairs(params (string Name, string Value)[] rows) => Table(
        [2600, 6900], rows.Select(row => TableRow("", [(2600, Cell(row.Name)), (6900, Cell(row.Value))])));

    /// <summary>A table with a head and one row that is repeated.</summary>
    public static string List(params (int Width, string Head, string Value)[] columns) => Table(
        columns.Select(column => column.Width),
        [
            TableRow("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", columns.Select(column => (column.Width, Cell(column.Head, isHead: true))), "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2EEF4\"/>"),
            TableRow("<w:trPr><w:cantSplit/></w:trPr>", columns.Select(column => (column.Width, Cell(column.Value)))),
        ]);

    public static IReadOnlyList<(string Name, string Text)> Document(params string[] body) =>
    [
        .. Package("word/document.xml", "wordprocessingml.document", [
            ("word/styles.xml", "wordprocessingml.styles"), ("word/header1.xml", "wordprocessingml.header"), ("word/footer1.xml", "wordprocessingml.footer")]),
        ("word/_rels/document.xml.rels", Related(("rId1", "styles", "styles.xml"), ("rId2", "header", "header1.xml"), ("rId3", "footer", "footer1.xml"))),
        ("word/document.xml", $"{Xml}<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Relations}\"><w:body>{string.Concat(body)}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1304\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"),
        ("word/styles.xml", Xml + TemplateStyles.Word),
        ("word/header1.xml", $"{Xml}<w:hdr xmlns:w=\"{Word}\">{Paragraph("{{report.title}} · {{city.name}} · {{report.classification}}", "Note")}</w:hdr>"),
        ("word/footer1.xml", $"{Xml}<w:ftr xmlns:w=\"{Word}\"><w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>{Run("辅助核对结果,不替代法定审查　")}{string.Format(Page, "PAGE")}{Run(" / ")}{string.Format(Page, "NUMPAGES")}</w:p></w:ftr>"),
    ];

    /// <summary>A sheet: its title, a line below, pairs, and a row that is repeated under its heads.</summary>
    public static string Sheet(string title, string foot, (string Name, string Value)[] pairs, (int Width, string Head, string Value, int Format)[] columns)
    {
        var last = (char)('A' + columns.Length - 1);
        var at = 3 + pairs.Length;
        var rows = new List<string> { Row(1, [(title, Title)]), Row(2, [(foot, Note)]) };
        rows.AddRange(pairs.Select((pair, i) => Row(3 + i, [(pair.Name, Text), (pair.Value, Text)])));
        rows.Add(Row(at, columns.Select(column => (column.Head, Head))));
        rows.Add(Row(at + 1, columns.Select(column => (column.Value, column.Format))));
        var widths = string.Concat(columns.Select((column, i) => $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"));
        return $"{Xml}<worksheet xmlns=\"{Spread}\"><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><cols>{widths}</cols><sheetData>{string.Concat(rows)}</sheetData>"
            + $"<mergeCells count=\"2\"><mergeCell ref=\"A1:{last}1\"/><mergeCell ref=\"A2:{last}2\"/></mergeCells><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
            + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
    }

    public static IReadOnlyList<(string Name, string Text)> Workbook(params (string Name, string Text)[] sheets) =>
    [
        .. Package("xl/workbook.xml", "spreadsheetml.sheet", [
            ("xl/styles.xml", "spreadsheetml.styles"), .. sheets.Select((_, i) => ($"xl/worksheets/sheet{i + 1}.xml", "spreadsheetml.worksheet"))]),
        ("xl/_rels/workbook.xml.rels", Related([.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("rId9", "styles", "styles.xml")])),
        ("xl/workbook.xml", $"{Xml}<workbook xmlns=\"{Spread}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"),
        ("xl/styles.xml", Xml + TemplateStyles.Sheet),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", sheet.Text)),
    ];

    private static string Run(string text, string look = "") =>
        $"<w:r>{(look.Length > 0 ? $"<w:rPr>{look}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    private static string Cell(string text, bool isHead = false) => $"<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr>{Run(text, isHead ? "<w:b/>" : "")}</w:p>";

    private static string Table(IEnumerable<int> widths, IEnumerable<string> rows) =>
        $"<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

    private static string TableRow(string look, IEnumerable<(int Width, string Cell)> cells, string shade = "") =>
        $"<w:tr>{look}{string.Concat(cells.Select(cell => $"<w:tc><w:tcPr><w:tcW w:w=\"{cell.Width}\" w:type=\"dxa\"/>{shade}</w:tcPr>{cell.Cell}</w:tc>"))}</w:tr>";

    private static string Row(int number, IEnumerable<(string Text, int Format)> cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" s=\"{cell.Format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell.Text)}</t></is></c>"))}</row>";

    private static IEnumerable<(string Name, string Text)> Package(string main, string kind, (string Part, string Kind)[] others)
    {
        var types = others.Prepend((Part: main, Kind: kind + ".main")).Select(part => $"<Override PartName=\"/{part.Part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{part.Kind}+xml\"/>");
        yield return ("[Content_Types].xml", $"{Xml}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{string.Concat(types)}</Types>");
        yield return ("_rels/.rels", Related(("rId1", "officeDocument", main)));
    }

    private static string Related(params (string Id, string Type, string Target)[] parts) =>
        $"{Xml}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(parts.Select(part => $"<Relationship Id=\"{part.Id}\" Type=\"{Relations}/{part.Type}\" Target=\"{part.Target}\"/>"))}</Relationships>";
}
