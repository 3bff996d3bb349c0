using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>The texts of cells, which workbooks keep in a list of their own or in the cell.</summary>
internal sealed class XlsxCellText(WorkbookPart book)
{
    private readonly List<string> _shared =
        [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];

    /// <summary>The text of a cell; empty where it holds none.</summary>
    public string Of(Cell cell)
    {
        if (cell.DataType?.Value is not { } type)
        {
            return "";
        }

        return type == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, out var index) && index >= 0 && index < _shared.Count ? _shared[index]
            : type == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : type == CellValues.String ? cell.CellValue?.Text ?? "" : "";
    }

    /// <summary>The texts of a row.</summary>
    public string OfAll(Row row) => string.Join('\n', row.Elements<Cell>().Select(Of));
}
