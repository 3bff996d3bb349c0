using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads one sheet row by row; merged cells are filled in behind, because the file lists them behind the rows.</summary>
internal sealed class XlsxSheetReader(string file, XlsxTexts texts, CancellationToken cancel)
{
    private const int MostColumns = 1_000;
    private const long MostCells = 50_000_000;

    private readonly SortedDictionary<int, string[]> _rows = [];
    private readonly List<string> _merges = [];
    private long _cells;
    private int _lastRow;
    private int _formulasWithoutValue;

    public LedgerSheet Read(WorksheetPart part, string name)
    {
        using (var reader = OpenXmlReader.Create(part))
        {
            var number = 0;
            while (reader.Read())
            {
                if (!reader.IsStartElement)
                {
                    continue;
                }

                if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
                {
                    cancel.ThrowIfCancellationRequested();
                    number = (int)(row.RowIndex?.Value ?? (uint)(number + 1));
                    Add(number, row);
                }
                else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell merge)
                {
                    _merges.Add(merge.Reference?.Value ?? "");
                }
            }
        }

        _merges.ForEach(Fill);
        string[] notes =
        [
            .. _formulasWithoutValue == 0 ? [] : (string[])
                [$"{_formulasWithoutValue:N0} formulas have no stored value and count as missing: open the file in Excel and save it"],
            .. texts.TooLong == 0 ? [] : (string[])
                [$"{texts.TooLong:N0} numbers have more than the 15 digits that Excel keeps: where they are codes, store them as text"],
        ];
        return new LedgerSheet(
            file,
            name,
            [.. _rows.Where(row => row.Value.Any(cell => cell.Length > 0)).Select(row => new SheetRow(row.Key, row.Value))],
            notes);
    }

    private void Add(int number, Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? XlsxRange.ColumnOf(reference) : cells.Count;
            if (column is < 0 or >= MostColumns)
            {
                continue;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = texts.Of(cell);
            _formulasWithoutValue += cell.CellFormula is not null && cell.CellValue is null ? 1 : 0;
        }

        _cells += cells.Count;
        if (_cells > MostCells)
        {
            throw new StoreException(file, $"it has more than {MostCells:N0} cells.", "Split it, or give the sheet as CSV.");
        }

        _rows[number] = [.. cells];
        _lastRow = Math.Max(_lastRow, number);
    }

    // A merge may claim a million empty rows: only rows that are there are filled.
    private void Fill(string reference)
    {
        if (XlsxRange.Parse(reference) is not { } range
            || !_rows.TryGetValue(range.FirstRow, out var first)
            || range.FirstColumn >= first.Length)
        {
            return;
        }

        var text = first[range.FirstColumn];
        var last = Math.Min(range.LastColumn, MostColumns - 1);
        for (var row = range.FirstRow; text.Length > 0 && row <= Math.Min(range.LastRow, _lastRow); row++)
        {
            if (_rows.TryGetValue(row, out var cells))
            {
                string[] wide = [.. cells, .. Enumerable.Repeat("", Math.Max(0, last + 1 - cells.Length))];
                Array.Fill(wide, text, range.FirstColumn, last - range.FirstColumn + 1);
                _rows[row] = wide;
            }
        }
    }
}
