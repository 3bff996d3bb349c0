using System.IO.Compression;
using System.Text;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>Small templates as Word and Excel would save them.</summary>
internal static class OfficeFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument";

    /// <summary>A document of a body; paragraphs as <see cref="Paragraph"/> makes them.</summary>
    public static byte[] Docx(string body) => Zip(
        ("[Content_Types].xml", TypesOf(("/word/document.xml", $"{Types}.wordprocessingml.document.main+xml"))),
        ("_rels/.rels", RelationsOf("officeDocument", "word/document.xml")),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

    /// <summary>A paragraph whose text lies in several runs, as Word leaves it after edits.</summary>
    public static string Paragraph(params string[] runs) =>
        $"<w:p>{string.Concat(runs.Select(run => $"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{run}</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"))}</w:p>";

    /// <summary>A table; each row has its cells' texts.</summary>
    public static string Table(params string[][] rows) =>
        $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:tcPr/>{Paragraph(cell)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    /// <summary>A workbook with one sheet whose content stands there.</summary>
    public static byte[] Xlsx(string data, string after = "") => Zip(
        ("[Content_Types].xml", TypesOf(("/xl/workbook.xml", $"{Types}.spreadsheetml.sheet.main+xml"), ("/xl/worksheets/sheet1.xml", $"{Types}.spreadsheetml.worksheet+xml"))),
        ("_rels/.rels", RelationsOf("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", RelationsOf("worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"表一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{data}</sheetData>{after}</worksheet>"));

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    /// <summary>A part of a file.</summary>
    public static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string TypesOf(params (string Part, string Type)[] parts) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/>{string.Concat(parts.Select(part => $"<Override PartName=\"{part.Part}\" ContentType=\"{part.Type}\"/>"))}</Types>";

    private static string RelationsOf(string type, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/{type}\" Target=\"{target}\"/></Relationships>";

    /// <summary>The parts of a file by name.</summary>
    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => Part(file, entry.FullName));
    }

    /// <summary>A file of parts.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, string Text)> parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
