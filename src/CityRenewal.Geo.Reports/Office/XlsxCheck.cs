using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// Looks a sheet over before it is filled. What lies below a repeated row moves down: its cells and merged cells do, but a
/// formula or a table there would point to other rows than its author meant, and is refused.
/// </summary>
internal sealed class XlsxCheck(string sheet, WorksheetPart part, XlsxCellText texts, TemplateProblems problems)
{
    public void Check(FieldScope scope)
    {
        var rows = part.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().ToList();
        uint? firstRepeated = null;
        foreach (var row in rows)
        {
            if (Row(row, scope))
            {
                firstRepeated ??= row.RowIndex?.Value ?? 1;
            }
        }

        if (firstRepeated is { } first)
        {
            Moved(rows, first);
        }
    }

    private bool Row(Row row, FieldScope scope)
    {
        var lists = Placeholder.ListsIn(texts.OfAll(row), scope);
        if (lists.Count > 1)
        {
            problems.Add($"工作表 sheet {sheet}, row {row.RowIndex}", $"a row can be repeated for one list, here are {string.Join(", ", lists)}");
            return true;
        }

        var inner = lists.Count == 1 ? scope.Inside(scope.List(lists[0])!.Blank) : scope;
        foreach (var cell in row.Elements<Cell>())
        {
            problems.Check($"工作表 sheet {sheet}, cell {cell.CellReference}", texts.Of(cell), inner);
        }

        return lists.Count == 1;
    }

    private void Moved(List<Row> rows, uint first)
    {
        foreach (var cell in rows.Where(row => row.RowIndex?.Value >= first).SelectMany(row => row.Elements<Cell>()).Where(cell => cell.CellFormula is not null))
        {
            problems.Add($"工作表 sheet {sheet}, cell {cell.CellReference}", $"a formula in or below the repeated row {first} would move; put it above, over whole columns: SUM(D:D)");
        }

        foreach (var merged in part.Worksheet!.Elements<MergeCells>().SelectMany(all => all.Elements<MergeCell>()))
        {
            var range = XlsxRange.Of(merged.Reference?.Value ?? "A1");
            if (range.FirstRow != range.LastRow && range.LastRow >= first && rows.Any(row => row.RowIndex?.Value is { } at && at >= range.FirstRow && at <= range.LastRow && IsRepeated(row)))
            {
                problems.Add($"工作表 sheet {sheet}, cells {merged.Reference}", "merged cells reach over a repeated row; merge within one row");
            }
        }

        OpenXmlElement? moving = part.TableDefinitionParts.Any() ? part.TableDefinitionParts.First().Table : null;
        moving ??= part.Worksheet.GetFirstChild<AutoFilter>();
        moving ??= part.Worksheet.GetFirstChild<ConditionalFormatting>();
        moving ??= part.Worksheet.GetFirstChild<DataValidations>();
        if (moving is not null)
        {
            problems.Add($"工作表 sheet {sheet}", $"it has a {moving.LocalName}, which does not follow when row {first} is repeated; take it out");
        }
    }

    private bool IsRepeated(Row row) => texts.OfAll(row).Contains("{{", StringComparison.Ordinal);
}
