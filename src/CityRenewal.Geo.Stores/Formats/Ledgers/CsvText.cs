using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Texts of separated values: what separates them, and their rows.</summary>
internal static class CsvText
{
    private const int LongestField = 1_000_000;
    private const int LinesLookedAt = 20;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>
    /// The sign that separates: the one that gives the first lines the most columns, the same number in each.
    /// </summary>
    public static char DelimiterOf(string text) => Delimiters
        .Select(delimiter => (Delimiter: delimiter, Counts: CountsIn(text, delimiter)))
        .OrderByDescending(found => found.Counts.Count(count => count == found.Counts[0] && count > 0))
        .ThenByDescending(found => found.Counts.Max())
        .First().Delimiter;

    /// <summary>Every row that holds anything, with the line it begins at.</summary>
    /// <exception cref="StoreException">A quote is opened and never closed, or a field is too long.</exception>
    public static List<SheetRow> Rows(string file, string text, char delimiter, CancellationToken cancel)
    {
        var rows = new List<SheetRow>();
        try
        {
            using var parser = new CsvParser(new StringReader(text), Settings(file, delimiter));
            while (parser.Read())
            {
                cancel.ThrowIfCancellationRequested();
                string[] cells = [.. parser.Record!.Select(Plain)];
                if (cells.Any(cell => cell.Length > 0))
                {
                    var breaks = parser.RawRecord.TrimEnd('\r', '\n').Count(letter => letter == '\n');
                    rows.Add(new SheetRow(parser.RawRow - breaks, cells));
                }
            }
        }
        catch (MaxFieldSizeException broken)
        {
            throw new StoreException(
                file,
                $"a field after line {rows.LastOrDefault().Number} has more than {LongestField:N0} letters.",
                "Look for a quote that is not closed.",
                broken);
        }

        return rows;
    }

    private static CsvConfiguration Settings(string file, char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        MaxFieldSize = LongestField,
        IgnoreBlankLines = true,
        BadDataFound = found =>
        {
            if (Plain(found.Field) == found.Field.Trim())
            {
                throw new StoreException(
                    file,
                    $"line {found.Context.Parser!.RawRow}: a quote stands where none can be.",
                    "Close or double the quotes there, or save it as CSV again.");
            }
        },
    };

    // Spreadsheets are told by ="0012" to keep the zeros of a code.
    private static string Plain(string cell)
    {
        var trimmed = cell.Trim().Trim('\u3000', '\u00A0', '\0');
        var isQuoted = trimmed.Length >= 3 && trimmed.StartsWith("=\"", StringComparison.Ordinal) && trimmed.EndsWith('"');
        return isQuoted ? trimmed[2..^1] : trimmed;
    }

    private static List<int> CountsIn(string text, char delimiter)
    {
        var counts = new List<int> { 0 };
        var quoted = false;
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            if (letter == '\n' && !quoted)
            {
                if (counts.Count == LinesLookedAt)
                {
                    break;
                }

                counts.Add(0);
            }
            else if (letter == delimiter && !quoted)
            {
                counts[^1]++;
            }
        }

        if (counts.Count > 1 && counts[^1] == 0)
        {
            counts.RemoveAt(counts.Count - 1);
        }

        return counts;
    }
}
