using System.Globalization;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.Deliveries;

namespace CityRenewal.Geo.Stores.Ledgers;

/// <summary>Writes a building ledger (一幢一档) as a workbook: a title, one row of headings, a row for each building. The same ledger gives the same bytes.</summary>
public static class LedgerWorkbook
{
    private const int HeadingRow = 2;

    /// <summary>The workbook.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="title">What the first row says: of which city and data, who may see it, and that it is a review aid.</param>
    public static WrittenFile Of(string name, BuildingLedger ledger, string title)
    {
        LedgerField[] fields = [.. BuildingLedger.KnownFields, .. LedgerFields.All];
        var last = HeadingRow + Math.Max(1, ledger.Buildings.Count);
        return XlsxOutput.Of(name, new Workbook(
            "一幢一档",
            [
                [title],
                [.. fields.Select(field => (object?)field.Heading)],
                .. ledger.Buildings.Select(building => (IReadOnlyList<object?>)[.. building.Known, .. LedgerFields.All.Select(field => Cell(building.Recorded.GetValueOrDefault(field.Name)))]),
            ],
            [])
        {
            FrozenRows = HeadingRow,
            Widths = [.. fields.Select(field => field == LedgerFields.Comment ? 40.0 : 14.0)],
            Choices =
            [
                .. fields.Select((field, column) => (field, column)).Where(one => one.field.Words is not null)
                    .Select(one => (Range(one.column, last), one.field.Words!)),
            ],
        });
    }

    private static string Range(int column, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"{XlsxOutput.ColumnName(column)}{HeadingRow + 1}:{XlsxOutput.ColumnName(column)}{last}");

    private static object? Cell(string? value) =>
        string.IsNullOrEmpty(value) ? null
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !value.StartsWith('0') ? number
        : value;
}
