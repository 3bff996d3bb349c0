using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>Fills a sheet that was looked over: repeated rows push what lies below them down, merged cells with it.</summary>
internal sealed class XlsxFilling(Worksheet sheet, XlsxCellText texts)
{
    // Per row of the template: where its copies begin, and how many there are.
    private readonly Dictionary<uint, (long Start, int Copies)> _places = [];

    public void Fill(FieldScope scope)
    {
        var data = sheet.GetFirstChild<SheetData>()!;
        var rows = data.Elements<Row>().ToList();
        var filled = new List<Row>(rows.Count);
        long shift = 0;
        foreach (var row in rows)
        {
            shift = Add(filled, row, scope, shift);
        }

        data.RemoveAllChildren();
        data.Append(filled);
        MoveMerged(shift);

        // It told how far the sheet reached before; readers find out for themselves.
        sheet.GetFirstChild<SheetDimension>()?.Remove();
    }

    private long Add(List<Row> filled, Row row, FieldScope scope, long shift)
    {
        var at = row.RowIndex?.Value ?? (uint)(filled.Count + 1 - shift);
        if (Placeholder.ListsIn(texts.OfAll(row), scope) is not [var name])
        {
            _places[at] = (at + shift, 1);
            filled.Add(Filled(row, scope, at + shift));
            return shift;
        }

        var items = scope.List(name)!.Items.Value;
        _places[at] = (at + shift, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            filled.Add(Filled(row, scope.Inside(items[i]), at + shift + i));
        }

        return shift + items.Count - 1;
    }

    private Row Filled(Row row, FieldScope scope, long number)
    {
        var copy = (Row)row.CloneNode(deep: true);
        copy.RowIndex = (uint)number;
        foreach (var cell in copy.Elements<Cell>())
        {
            var text = texts.Of(cell);
            cell.CellReference = XlsxRange.ColumnOf(cell.CellReference?.Value ?? "A") + number.ToString(CultureInfo.InvariantCulture);
            if (Placeholder.In(text) is { Count: > 0 } found)
            {
                Write(cell, text, found, scope);
            }
        }

        return copy;
    }

    private static void Write(Cell cell, string text, IReadOnlyList<(int Start, int Length, string Name)> found, FieldScope scope)
    {
        cell.RemoveAllChildren();
        if (found is [var only] && text.Trim().Length == only.Length && scope.Value(only.Name) is { Number: { } number } && double.IsFinite(number))
        {
            cell.DataType = CellValues.Number;
            cell.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
            return;
        }

        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new CellText(DocxText.Clean(Placeholder.Fill(text, scope))) { Space = SpaceProcessingModeValues.Preserve });
    }

    private void MoveMerged(long shift)
    {
        if (sheet.GetFirstChild<MergeCells>() is not { } merged)
        {
            return;
        }

        var ranges = merged.Elements<MergeCell>().Select(cell => XlsxRange.Of(cell.Reference?.Value ?? "A1")).ToList();
        merged.RemoveAllChildren();
        foreach (var range in ranges)
        {
            var (start, copies) = _places.TryGetValue(range.FirstRow, out var place) ? place : (range.FirstRow + ShiftAt(range.FirstRow, shift), 1);
            for (var i = 0; i < copies; i++)
            {
                merged.AppendChild(new MergeCell { Reference = range.Moved(start + i - range.FirstRow) });
            }
        }

        if (!merged.HasChildren)
        {
            merged.Remove();
            return;
        }

        merged.Count = (uint)merged.ChildElements.Count;
    }

    // A merged row without any cell of its own moves with the last row before it.
    private long ShiftAt(uint row, long all)
    {
        var before = _places.Keys.Where(at => at < row).DefaultIfEmpty().Max();
        return before == 0 ? 0 : _places.Keys.Any(at => at > row) ? _places[before].Start + _places[before].Copies - 1 - before : all;
    }
}
