using System.Text;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A CSV: one sheet without a name, in any encoding, separated by commas, semicolons or tabs.</summary>
internal sealed partial class CsvLedger(string path) : ILedgerFile
{
    private const long Largest = 1_000_000_000;

    public string Name { get; } = Path.GetFileName(path);

    public LedgerSheet Read(string? sheet, string? encoding, CancellationToken cancel)
    {
        if (new FileInfo(path).Length > Largest)
        {
            throw new StoreException(Name, $"it has {new FileInfo(path).Length:N0} bytes, more than 1 GB.", "Split it.");
        }

        var bytes = File.ReadAllBytes(path);
        var (used, reason) = TextEncodings.Settle(Name, bytes, encoding);
        var text = used.GetString(bytes).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new StoreException(Name, "it is empty.", "Give a table with a row of headings.");
        }

        if (text.Contains('\0'))
        {
            throw new StoreException(Name, "it is no text: it holds zero bytes.", "Save it as CSV again; an Excel file ends in .xlsx.");
        }

        var delimiter = CsvText.DelimiterOf(text);
        var word = delimiter switch { ',' => "commas", ';' => "semicolons", _ => "tabs" };
        var rows = CsvText.Rows(Name, text, delimiter, cancel);
        var rounded = rows.Sum(row => row.Cells.Count(cell => Rounded().IsMatch(cell)));
        return new LedgerSheet(
            Name,
            "",
            rows,
            [
                $"text is {used.WebName.ToUpperInvariant()}: {reason}; columns are separated by {word}",
                .. rounded == 0 ? [] : (string[])
                [
                    $"{rounded:N0} values are written like 5.00E+17: where they are codes, their digits are lost; "
                        + "format the column as text and save it again",
                ],
            ]);
    }

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();
}
