using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>
/// A workbook as the five parts that an XLSX needs at least. Written part by part, since a package library stamps every
/// part with the clock and the same workbook has to give the same bytes.
/// </summary>
public static class XlsxOutput
{
    internal const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The file.</summary>
    public static WrittenFile Of(string name, Workbook book) => new(name, ZipOutput.BytesOf(
    [
        new("[Content_Types].xml", Xml(
            $"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Main}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Main}.worksheet+xml\"/></Types>")),
        new("_rels/.rels", Xml(Relation("officeDocument", "xl/workbook.xml"))),
        new("xl/_rels/workbook.xml.rels", Xml(Relation("worksheet", "worksheets/sheet1.xml"))),
        new("xl/workbook.xml", Xml(
            $"<workbook xmlns=\"{Sheets}\" xmlns:r=\"{Relations}\">{(book.FrozenRows > 0 ? "<bookViews><workbookView/></bookViews>" : "")}<sheets><sheet name=\"{book.Name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")),
        new("xl/worksheets/sheet1.xml", SheetOf(book)),
    ]));

    /// <summary>Letters of a column: 0 is A, 26 is AA.</summary>
    public static string ColumnName(int column) => column < 26 ? $"{(char)('A' + column)}" : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Relation(string type, string target) =>
        $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/{type}\" Target=\"{target}\"/></Relationships>";

    private static byte[] Xml(string content) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content);

    private static byte[] SheetOf(Workbook book)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("worksheet", Sheets);
            XlsxView.Write(xml, book);
            xml.WriteStartElement("sheetData", Sheets);
            for (var row = 0; row < book.Rows.Count; row++)
            {
                WriteRow(xml, book.Rows[row], row + 1);
            }

            xml.WriteEndElement();
            WriteMerged(xml, book.Merged);
            XlsxView.WriteChoices(xml, book);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteMerged(XmlWriter xml, IReadOnlyList<string> ranges)
    {
        // An empty list of merged cells is an error to some programs.
        if (ranges.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("mergeCells", Sheets);
        xml.WriteAttributeString("count", ranges.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var range in ranges)
        {
            xml.WriteStartElement("mergeCell", Sheets);
            xml.WriteAttributeString("ref", range);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<object?> cells, int number)
    {
        xml.WriteStartElement("row", Sheets);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells[c] is { } value)
            {
                xml.WriteStartElement("c", Sheets);
                xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{ColumnName(c)}{number}"));
                WriteValue(xml, value);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, object value)
    {
        if (value is string text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Sheets);
            xml.WriteElementString("t", Sheets, text);
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", Sheets, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        }
    }
}
