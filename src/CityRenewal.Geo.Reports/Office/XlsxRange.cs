using System.Globalization;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>A range of cells as B3:D3.</summary>
/// <param name="FirstColumn">Letters of its first column.</param>
/// <param name="FirstRow">Its first row, from 1.</param>
/// <param name="LastColumn">Letters of its last column.</param>
/// <param name="LastRow">Its last row.</param>
internal readonly record struct XlsxRange(string FirstColumn, uint FirstRow, string LastColumn, uint LastRow)
{
    /// <summary>Reads a range, or a cell as a range of one.</summary>
    public static XlsxRange Of(string text)
    {
        var ends = text.Replace("$", "", StringComparison.Ordinal).Split(':');
        var (first, last) = (ends[0], ends[^1]);
        return new XlsxRange(ColumnOf(first), RowOf(first), ColumnOf(last), RowOf(last));
    }

    /// <summary>The range so many rows further down.</summary>
    public string Moved(long rows) => string.Create(CultureInfo.InvariantCulture, $"{FirstColumn}{FirstRow + rows}:{LastColumn}{LastRow + rows}");

    /// <summary>Letters of a cell's column.</summary>
    public static string ColumnOf(string cell) => cell.TrimEnd("0123456789".ToCharArray());

    private static uint RowOf(string cell) => uint.TryParse(cell.AsSpan(ColumnOf(cell).Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 1;
}
