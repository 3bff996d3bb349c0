using System.Xml.Linq;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Office;
using CityRenewal.Geo.Stores.Tests.Commands;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>Templates of offices are filled as they are, and everything that is wrong with one is told at once.</summary>
public sealed class OfficeTemplateTests(AreaMapTests.SamplePlan sample) : IClassFixture<AreaMapTests.SamplePlan>
{
    private const string Nasty = "<b>&\"']]>\u0001{{city.name}}";

    private static readonly FieldScope Town = new(
        new Dictionary<string, FieldValue> { ["city.name"] = Nasty, ["city.area_m2"] = new("1,234 m²", 1234.5) },
        new Dictionary<string, FieldList>
        {
            ["areas"] = FieldList.Of("areas", () => (string[])["A", "B", "C"], [("id", id => id), ("size", id => new FieldValue($"{id.Length} m²", id[0]))], id => new Dictionary<string, FieldList>
            {
                ["findings"] = Findings(id),
            }),
            ["findings"] = Findings("A", "B", "C"),
            ["none"] = FieldList.Of("none", () => Array.Empty<string>(), [("id", id => id)]),
        });

    [Fact]
    public void A_placeholder_that_Word_spread_over_runs_is_filled_and_hostile_text_stays_text() =>
        Assert.Equal([$"in {Nasty.Replace('\u0001', '\uFFFD')}!"], Texts(OfficeFiles.Docx(OfficeFiles.Paragraph("in {", "{ci", "ty.na", "me }", "}!"))));

    [Fact]
    public void A_row_is_repeated_for_its_list_and_other_rows_stay() => Assert.Equal(
        ["片区", "A is 1 m²", "B is 1 m²", "C is 1 m²", "end"],
        Texts(OfficeFiles.Docx(OfficeFiles.Table(["片区"], ["{{areas.id}} is {{areas.size}}"], ["end"]))));

    [Fact]
    public void A_passage_is_repeated_with_tables_that_know_their_own_area() => Assert.Equal(
        ["before", "area A", "A1", "A2", "area B", "B1", "B2", "area C", "C1", "C2", "after"],
        Texts(OfficeFiles.Docx(
            OfficeFiles.Paragraph("before") + OfficeFiles.Paragraph("{{each ", "areas}}") + OfficeFiles.Paragraph("area {{areas.id}}")
            + OfficeFiles.Table(["{{findings.id}}"]) + OfficeFiles.Paragraph("{{end}}") + OfficeFiles.Paragraph("after"))));

    [Fact]
    public void A_list_of_nothing_leaves_the_heading_or_an_empty_row()
    {
        Assert.Equal(["head"], Texts(OfficeFiles.Docx(OfficeFiles.Table(["head"], ["{{none.id}}"]))));
        Assert.Equal([""], Texts(OfficeFiles.Docx(OfficeFiles.Table(["{{none.id}}"]))));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_document_is_told_at_once_with_its_place()
    {
        var filled = DocxTemplate.Fill(
            OfficeFiles.Docx(
                OfficeFiles.Paragraph("{{city.nmae}}") + OfficeFiles.Paragraph("{{areas.id}}") + OfficeFiles.Table(["{{areas.id}} {{none.id}}"], ["{{areas.is}}"])
                + OfficeFiles.Paragraph("{{each towns}}") + OfficeFiles.Paragraph("{{open") + OfficeFiles.Paragraph("{{each areas}} here") + OfficeFiles.Paragraph("{{end}}")
                + OfficeFiles.Paragraph("{{each areas}}")),
            Town);

        Assert.Empty(filled.Bytes);
        Assert.Collection(
            filled.Problems,
            problem => Assert.Equal("正文 text, paragraph 1: there is no {{city.nmae}}; there are city.area_m2, city.name", problem),
            problem => Assert.Contains("paragraph 2: {{areas.id}} is one of many: put it into a table row", problem, StringComparison.Ordinal),
            problem => Assert.Contains("paragraph 3: a row can be repeated for one list, here are areas, none", problem, StringComparison.Ordinal),
            problem => Assert.Contains("paragraph 4: there is no {{areas.is}}; there are areas.id, areas.size", problem, StringComparison.Ordinal),
            problem => Assert.Contains("paragraph 5: there is no list towns to repeat for; there are areas, findings, none", problem, StringComparison.Ordinal),
            problem => Assert.Contains("paragraph 6: a placeholder is not closed in «{{open»", problem, StringComparison.Ordinal),
            problem => Assert.Contains("paragraph 7: {{each areas}} has to stand in a paragraph of its own", problem, StringComparison.Ordinal),
            problem => Assert.Contains("paragraph 9: {{each areas}} has no {{end}} beside it", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_that_is_one_placeholder_becomes_a_number_and_what_lies_below_moves_down()
    {
        var template = OfficeFiles.Xlsx(
            OfficeFiles.Row(1, "{{city.area_m2}}", "area {{city.area_m2}}") + OfficeFiles.Row(3, "{{areas.id}}", "{{areas.size}}") + OfficeFiles.Row(4, "{{none.id}}") + OfficeFiles.Row(6, "foot"),
            "<mergeCells count=\"2\"><mergeCell ref=\"B3:C3\"/><mergeCell ref=\"A6:B6\"/></mergeCells>");

        var sheet = XDocument.Parse(OfficeFiles.Part(Filled(XlsxTemplate.Fill(template, Town)), "xl/worksheets/sheet1.xml"));

        Assert.Equal(
            ["A1=1234.5", "B1=area 1,234 m²", "A3=A", "B3=65", "A4=B", "B4=66", "A5=C", "B5=67", "A7=foot"],
            sheet.Descendants().Where(cell => cell.Name.LocalName == "c").Select(cell => $"{(string?)cell.Attribute("r")}={cell.Value}"));
        Assert.Equal(["B3:C3", "B4:C4", "B5:C5", "A7:B7"], sheet.Descendants().Where(cell => cell.Name.LocalName == "mergeCell").Select(cell => (string?)cell.Attribute("ref")));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_workbook_is_told_at_once_with_its_cell()
    {
        var template = OfficeFiles.Xlsx(
            OfficeFiles.Row(1, "{{nowhere}}", "{{areas.size") + OfficeFiles.Row(2, "{{areas.id}}") + "<row r=\"3\"><c r=\"A3\"><f>SUM(A1:A2)</f><v>0</v></c></row>",
            "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>");

        Assert.Collection(
            XlsxTemplate.Fill(template, Town).Problems,
            problem => Assert.Equal("工作表 sheet 表一, cell A1: there is no {{nowhere}}; placeholders begin with areas, city, findings, none", problem),
            problem => Assert.Contains("cell B1: a placeholder is not closed", problem, StringComparison.Ordinal),
            problem => Assert.Contains("cell A3: a formula in or below the repeated row 2 would move", problem, StringComparison.Ordinal),
            problem => Assert.Contains("cells A2:A3: merged cells reach over a repeated row", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no zip")]
    public void What_is_no_document_is_told_in_a_sentence(string content)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);

        Assert.Contains("it is no Word document (.docx) that can be read", Assert.Single(DocxTemplate.Fill(bytes, Town).Problems), StringComparison.Ordinal);
        Assert.Contains("it is no workbook (.xlsx) that can be read", Assert.Single(XlsxTemplate.Fill(bytes, Town).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_templates_become_whole_documents_that_say_what_they_are_twice_the_same()
    {
        var fields = ReportFields.Of(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()));
        var again = ReportFields.Of(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()));
        var docx = Filled(DocxTemplate.Fill(Template("report.docx"), fields));
        var xlsx = Filled(XlsxTemplate.Fill(Template("report.xlsx"), fields));

        Assert.Equal(docx, Filled(DocxTemplate.Fill(Template("report.docx"), again)));
        Assert.Equal(xlsx, Filled(XlsxTemplate.Fill(Template("report.xlsx"), again)));
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var text = document.MainDocumentPart!.Document!.InnerText;
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        foreach (var said in (string[])["参考样式", "辅助核对结果,不替代法定审查", "内部资料", sample.Work.City.DataVersion, sample.Plan.Rules!.Hash])
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Assert.All(sample.Plan.Findings, finding => Assert.Contains(finding.WordingChinese, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("report.docx")]
    [InlineData("report.xlsx")]
    public void The_sample_templates_are_what_they_are_written_from(string name)
    {
        var parts = name == "report.docx" ? SampleTemplates.Docx() : SampleTemplates.Xlsx();
        if (Environment.GetEnvironmentVariable("CITYRENEWAL_WRITE_TEMPLATES") == "1")
        {
            File.WriteAllBytes(Path.Combine(Renewal.Checkout, "data", "templates", name), OfficeFiles.Zip(parts));
        }

        Assert.Equal(parts.ToDictionary(part => part.Name, part => part.Text), OfficeFiles.Parts(Template(name)));
    }

    [Fact]
    public void A_map_stands_in_a_document_as_lines_with_a_picture_in_its_place()
    {
        var content = ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head());
        var docx = Filled(DocxTemplate.Fill(OfficeFiles.Docx(
            OfficeFiles.Paragraph("{{each areas}}") + OfficeFiles.Paragraph("图 {{areas.map}}") + OfficeFiles.Paragraph("{{end}}")), ReportFields.Of(content)));

        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var images = document.MainDocumentPart!.ImageParts.ToList();
        Assert.Equal(content.Areas.Count, images.Count(image => image.ContentType == "image/svg+xml"));
        Assert.All(images.Where(image => image.ContentType == "image/svg+xml"), image => XElement.Load(image.GetStream()));
        var drawn = document.MainDocumentPart.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Select(blip => blip.Embed!.Value!).ToList();
        Assert.Equal(images.Count(image => image.ContentType == "image/png"), drawn.Distinct().Count());
    }

    [Fact]
    public void Below_a_map_the_document_says_in_words_what_each_of_its_signs_means()
    {
        var content = ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head());
        var docx = Filled(DocxTemplate.Fill(OfficeFiles.Docx(
            OfficeFiles.Paragraph("{{each areas}}") + OfficeFiles.Paragraph("{{areas.map}}") + OfficeFiles.Paragraph("{{end}}")), ReportFields.Of(content)));

        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var legends = document.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().ToList();
        Assert.Equal(content.Areas.Count, legends.Count);
        Assert.All(legends.Zip(content.Areas), legend =>
        {
            // The page has the same map with the legend in it.
            var svg = XElement.Parse(new AreaFigure(content).SvgOf(legend.Second, []));
            var words = svg.Elements().Where(element => element.Name.LocalName == "text").Select(text => text.Value).ToHashSet();
            words.Add("发现所在 place of a finding");
            var said = legend.First.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Where(cell => cell.InnerText.Length > 0).ToList();
            Assert.True(said.Count >= 4);
            Assert.Subset(words, said.Select(cell => cell.InnerText).ToHashSet());
            Assert.All(said, cell => Assert.Single(cell.Descendants<DocumentFormat.OpenXml.Drawing.Blip>()));
        });
    }

    [Fact]
    public void Numbers_on_the_picture_are_drawn_without_a_font()
    {
        static int Inked(string text) => Ink(SvgRaster.Of(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\"><text x=\"30\" y=\"16\" font-size=\"14\" text-anchor=\"middle\">{text}</text></svg>"));

        Assert.Equal(0, Inked("字"));
        Assert.Equal(10, Enumerable.Range(0, 10).Select(digit => Inked($"{digit}")).Count(ink => ink > 10));
        Assert.True(Inked("88") > 1.8 * Inked("8"));
    }

    private static int Ink(RasterCanvas canvas) =>
        Enumerable.Range(0, canvas.Height).Sum(y => canvas.Row(y).ToArray().Count(part => part < 128)) / 3;

    [Fact]
    public void The_picture_shows_what_the_map_draws()
    {
        const string Svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="100%" height="100%" fill="#f00"/><g transform="translate(10 5)">
            <path d="M0 0l20 0 0 20-20 0zM5 5h10v10h-10z" fill-rule="evenodd" fill="#00ff00" stroke="none"/></g>
            <path d="M0 29l40 0" fill="none" stroke="#00f" stroke-width="2" stroke-dasharray="10 10"/><circle cx="35" cy="15" r="3" fill="#fff"/><text x="1" y="9">字</text></svg>
            """;

        var canvas = SvgRaster.Of(Svg);

        Assert.Equal((40, 30), (canvas.Width, canvas.Height));
        Assert.Equal(
            ["255 0 0", "0 255 0", "255 0 0", "0 255 0", "0 0 255", "255 0 0", "255 255 255"],
            new[] { (2, 2), (12, 8), (20, 15), (28, 15), (5, 28), (15, 28), (35, 15) }.Select(at => string.Join(' ', canvas.Row(at.Item2).Slice(3 * at.Item1, 3).ToArray())));
    }

    [Fact]
    public void A_sheet_is_repeated_for_its_list_and_each_knows_its_own()
    {
        var xlsx = Filled(XlsxTemplate.Fill(OfficeFiles.Zip(SampleTemplates.Xlsx()), ReportFields.Of(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()))));

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var book = workbook.WorkbookPart!;
        var names = book.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
        Assert.Equal(["汇总 Summary", "核对发现 Findings", "建筑 Buildings", .. sample.Plan.Plan.Areas.Select(area => $"界址点 {area.Id}")], names);
        foreach (var (sheet, i) in book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Skip(3).Select((sheet, i) => (sheet, i)))
        {
            var text = ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!.InnerText;
            Assert.Contains($"片区 {sample.Plan.Plan.Areas[i].Id} 界址点", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sheet_whose_name_names_no_list_is_told()
    {
        var parts = SampleTemplates.Xlsx().Select(part => (part.Name, part.Text.Replace("界址点 {{areas.id}}", "{{city.name}}", StringComparison.Ordinal)));

        Assert.Contains(XlsxTemplate.Fill(OfficeFiles.Zip(parts), Town).Problems, problem => problem.Contains("names no list", StringComparison.Ordinal));
    }

    private static FieldList Findings(params string[] areas) =>
        FieldList.Of("findings", () => areas.SelectMany(area => (string[])[$"{area}1", $"{area}2"]), [("id", id => id)]);

    private static List<string> Texts(byte[] template)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Filled(DocxTemplate.Fill(template, Town))), false);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText)];
    }

    private static byte[] Filled(FilledTemplate filled)
    {
        Assert.Empty(filled.Problems);
        return filled.Bytes;
    }

    private static byte[] Template(string name) => File.ReadAllBytes(Path.Combine(Renewal.Checkout, "data", "templates", name));
}
