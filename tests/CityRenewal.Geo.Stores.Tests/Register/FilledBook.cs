using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CityRenewal.Geo.Stores.Tests.Register;

/// <summary>Fills cells of a workbook as an office's program does: through Open XML SDK, which knows nothing of how the workbook was written.</summary>
internal static class FilledBook
{
    private const int HeadingRow = 2;

    /// <summary>What breaks the schema of spreadsheets.</summary>
    internal static IReadOnlyList<string> Faults(string path)
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }

    /// <summary>The texts of all cells, row by row.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        return [.. SheetOf(book).Elements<Row>().Select(row => row.Elements<Cell>().ToDictionary(cell => ColumnOf(cell.CellReference!), cell => cell.InnerText))];
    }

    /// <summary>Sets cells by the code of their building and the name of their column; null empties one.</summary>
    internal static void Fill(string path, params (string Building, string Field, object? Value)[] cells)
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: true);
        var rows = SheetOf(book).Elements<Row>().ToList();
        var columns = rows[HeadingRow - 1].Elements<Cell>().ToDictionary(cell => cell.InnerText.Split(' ')[^1], cell => ColumnOf(cell.CellReference!));
        var rowOf = rows.Skip(HeadingRow).ToDictionary(row => row.Elements<Cell>().First().InnerText);
        foreach (var (building, field, value) in cells)
        {
            Put(rowOf[building], columns[field], value);
        }
    }

    private static void Put(Row row, string column, object? value)
    {
        row.Elements<Cell>().FirstOrDefault(cell => ColumnOf(cell.CellReference!) == column)?.Remove();
        if (value is null)
        {
            return;
        }

        var cell = new Cell { CellReference = $"{column}{row.RowIndex}" };
        if (value is string text)
        {
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text)));
        }
        else
        {
            cell.CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        }

        var after = row.Elements<Cell>().LastOrDefault(other => Order(ColumnOf(other.CellReference!)).CompareTo(Order(column)) < 0);
        row.InsertAfter(cell, after);
    }

    private static (int, string) Order(string column) => (column.Length, column);

    private static string ColumnOf(string reference) => reference.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static SheetData SheetOf(SpreadsheetDocument book) => book.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<SheetData>()!;
}
