using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Ledgers;

/// <summary>A building ledger read back from a workbook: its rows, and every cell that could not be read.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Readings">Cells that were not read literally: what was written, and what it was taken for.</param>
public sealed record LedgerSheetReading(
    IReadOnlyList<LedgerRow> Rows, IReadOnlyList<LedgerProblem> Problems, IReadOnlyList<(int Row, string Field, string Written, string Value)> Readings)
{
    private const int RowsLookedAt = 20;

    /// <summary>Reads a workbook. Columns are known by their headings, wherever they stand.</summary>
    /// <exception cref="StoreException">The file is no workbook, or no sheet of it has the headings of a ledger.</exception>
    public static LedgerSheetReading Of(string path, CancellationToken cancel = default)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(path, "There is no such file.", "Give the workbook that `renewal ledger out` wrote.");
        }

        var sheet = new XlsxLedger(path).Read(sheet: null, encoding: null, cancel);
        var heading = sheet.Rows.Take(RowsLookedAt).Select((row, i) => (row, i)).FirstOrDefault(one => one.row.Cells?.Any(cell => IsOf(cell, BuildingLedger.KnownFields[0])) == true);
        if (heading.row.Cells is null)
        {
            throw new StoreException(path, $"None of the first {RowsLookedAt} rows has the heading '{BuildingLedger.KnownFields[0].Heading}'.", "Give the workbook that `renewal ledger out` wrote, with its row of headings.");
        }

        var columns = BuildingLedger.KnownFields.Concat(LedgerFields.All)
            .ToDictionary(field => field.Name, field => Array.FindIndex(heading.row.Cells, cell => IsOf(cell, field)), StringComparer.Ordinal);
        var cells = new LedgerCells();
        var rows = sheet.Rows.Skip(heading.i + 1).Select(row => cells.Read(row, columns)).ToList();
        return new LedgerSheetReading(rows, cells.Problems, cells.Readings);
    }

    // People widen and translate headings; the name at the end is what holds.
    private static bool IsOf(string cell, LedgerField field) =>
        cell == field.Heading || cell == field.Name || cell == field.Chinese || cell.Split([' ', '\n', '\u3000']).Last() == field.Name;
}
