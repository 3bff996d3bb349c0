using System.Globalization;
using CsvHelper;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The match list: rows of ledgers and features with names alike, which a person confirms and gives back.</summary>
public static class MatchList
{
    private static readonly string[] Fields =
        ["ledger_file", "ledger_row", "ledger_name", "candidate_id", "candidate_name", "score", "decision"];

    private static readonly string[] Yes = ["YES", "Y", "1", "TRUE", "是", "√", "✓", "对", "确认"];
    private static readonly string[] No = ["NO", "N", "0", "FALSE", "否", "×", "X", "不是"];

    /// <summary>
    /// Writes a list as CSV with the mark of UTF-8, so that spreadsheets show the Chinese; the decision is yes, no or empty.
    /// </summary>
    public static void Write(TextWriter writer, IReadOnlyList<NameMatch> matches)
    {
        writer.Write('\uFEFF');
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        WriteRow(csv, Fields);
        foreach (var match in matches)
        {
            WriteRow(csv,
            [
                match.LedgerFile, match.LedgerRow.ToString(CultureInfo.InvariantCulture), match.LedgerName,
                match.CandidateId, match.CandidateName, match.Score.ToString("F2", CultureInfo.InvariantCulture), match.Decision is { } decided ? (decided ? "yes" : "no") : "",
            ]);
        }
    }

    /// <summary>Reads a list that a person went through, in any encoding that spreadsheets save.</summary>
    /// <exception cref="StoreException">It is no match list, or a decision is neither yes nor no.</exception>
    internal static IReadOnlyList<NameMatch> Read(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(
                path,
                "there is no such match list.",
                "Write one with --match-list, confirm its rows, and name it under `confirmed`.");
        }

        var sheet = new CsvLedger(path).Read(sheet: null, encoding: null, cancel);
        var headings = sheet.Rows[0].Cells;
        var columns = Fields.Select(field => Array.FindIndex(headings, cell => LedgerHeading.Plain(cell) == field)).ToArray();
        var missing = Fields.Where((field, i) => columns[i] < 0 && field != "score").ToList();
        return missing.Count == 0
            ? [.. sheet.Rows.Skip(1).Select(row => Match(sheet.File, row, columns))]
            : throw new StoreException(
                sheet.File,
                $"it is no match list: it has no {string.Join(", ", missing)}.",
                "Keep the headings of the list that --match-list wrote.");
    }

    private static NameMatch Match(string file, SheetRow row, int[] columns)
    {
        var decision = row[columns[6]].ToUpperInvariant();
        if (!int.TryParse(row[columns[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new StoreException(
                file,
                $"row {row.Number}: ledger_row is '{row[columns[1]]}', not a whole number.",
                "Leave that column as it was written.");
        }

        bool? decided = decision.Length == 0 ? null
            : Yes.Contains(decision) ? true
            : No.Contains(decision) ? false
            : throw new StoreException(
                file, $"row {row.Number}: the decision is '{row[columns[6]]}'.", "Write yes or no (是 or 否), or leave it empty.");
        var isNumber = double.TryParse(row[columns[5]], NumberStyles.Float, CultureInfo.InvariantCulture, out var written);
        var score = isNumber ? written : double.NaN;
        return new NameMatch(row[columns[0]], number, row[columns[2]], row[columns[3]], row[columns[4]], score, decided);
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
