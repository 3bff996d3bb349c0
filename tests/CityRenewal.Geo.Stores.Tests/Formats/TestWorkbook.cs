using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Workbooks as Excel writes them: shared texts, numbers, styled dates, formulas with stored values, merges behind the rows.</summary>
internal static class TestWorkbook
{
    /// <summary>A formula with the value that Excel stored last; null where it stored none.</summary>
    public sealed record Formula(string Text, string? Stored);

    public static void Write(string path, object?[][] rows, params string[] merges) => Write(path, "台账", rows, merges);

    public static void Write(string path, string sheet, object?[][] rows, params string[] merges)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var texts = new SharedStringTable();
        AddStyles(book);
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        for (var row = 0; row < rows.Length; row++)
        {
            var element = new Row { RowIndex = (uint)(row + 1) };
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column] is { } value)
                {
                    element.Append(CellOf($"{(char)('A' + column)}{row + 1}", value, texts));
                }
            }

            data.Append(element);
        }

        part.Worksheet = new Worksheet(data);
        if (merges.Length > 0)
        {
            part.Worksheet.Append(new MergeCells(merges.Select(merge => new MergeCell { Reference = merge })));
        }

        book.AddNewPart<SharedStringTablePart>().SharedStringTable = texts;
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = sheet }));
    }

    private static Cell CellOf(string reference, object value, SharedStringTable texts)
    {
        switch (value)
        {
            case string text:
                texts.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
                return new Cell { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(texts.ChildElements.Count - 1) };
            case DateTime date:
                return new Cell { CellReference = reference, StyleIndex = 1, CellValue = new CellValue(date.ToOADate().ToString("R", CultureInfo.InvariantCulture)) };
            case Formula formula:
                return new Cell
                {
                    CellReference = reference,
                    CellFormula = new CellFormula(formula.Text),
                    CellValue = formula.Stored is null ? null : new CellValue(formula.Stored),
                };
            default:
                return new Cell { CellReference = reference, CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) };
        }
    }

    private static void AddStyles(WorkbookPart book) => book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
