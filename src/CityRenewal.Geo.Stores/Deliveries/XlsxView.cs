using System.Globalization;
using System.Xml;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>How a sheet looks and what its cells offer: rows that stay in sight, widths, lists of words.</summary>
internal static class XlsxView
{
    /// <summary>What stands before the rows.</summary>
    public static void Write(XmlWriter xml, Workbook book)
    {
        if (book.FrozenRows > 0)
        {
            xml.WriteStartElement("sheetViews", XlsxOutput.Sheets);
            xml.WriteStartElement("sheetView", XlsxOutput.Sheets);
            xml.WriteAttributeString("workbookViewId", "0");
            xml.WriteStartElement("pane", XlsxOutput.Sheets);
            xml.WriteAttributeString("ySplit", Text(book.FrozenRows));
            xml.WriteAttributeString("topLeftCell", $"A{Text(book.FrozenRows + 1)}");
            xml.WriteAttributeString("activePane", "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (book.Widths.Count > 0)
        {
            WriteWidths(xml, book.Widths);
        }
    }

    /// <summary>What stands behind the rows.</summary>
    public static void WriteChoices(XmlWriter xml, Workbook book)
    {
        if (book.Choices.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", XlsxOutput.Sheets);
        xml.WriteAttributeString("count", Text(book.Choices.Count));
        foreach (var (range, words) in book.Choices)
        {
            xml.WriteStartElement("dataValidation", XlsxOutput.Sheets);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            // Other words are told when the sheet comes back, with all that is wrong at once.
            xml.WriteAttributeString("showErrorMessage", "0");
            xml.WriteAttributeString("sqref", range);
            xml.WriteElementString("formula1", XlsxOutput.Sheets, $"\"{string.Join(',', words)}\"");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, IReadOnlyList<double> widths)
    {
        xml.WriteStartElement("cols", XlsxOutput.Sheets);
        for (var c = 0; c < widths.Count; c++)
        {
            xml.WriteStartElement("col", XlsxOutput.Sheets);
            xml.WriteAttributeString("min", Text(c + 1));
            xml.WriteAttributeString("max", Text(c + 1));
            xml.WriteAttributeString("width", widths[c].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
