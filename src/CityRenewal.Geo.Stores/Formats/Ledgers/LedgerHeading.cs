using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Finds the headings of a sheet. They are the rows, three at most, before the first row whose key column looks like data;
/// where no key is known, before the first row that holds a number, a date or a code. Titles above them are passed over.
/// </summary>
internal static class LedgerHeading
{
    private const int MostRows = 3;
    private const int MostTitles = 10;

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "本页合计", "TOTAL"];

    /// <summary>The ledger of a sheet.</summary>
    /// <param name="sheet">What was read.</param>
    /// <param name="given">Number of heading rows from the top, titles included; null finds them.</param>
    /// <param name="key">Heading of the key column; null where it is not known.</param>
    public static AttributeLedger Read(LedgerSheet sheet, int? given, string? key)
    {
        if (sheet.Rows.Count == 0)
        {
            throw new StoreException(sheet.Title, "it holds nothing.", "Give a table with a row of headings.");
        }

        var (first, data) = Bounds(sheet.Rows, given, key);
        var fields = Names([.. sheet.Rows.Take(data).Skip(first)]);
        var numbering = data < sheet.Rows.Count && IsNumbering(sheet.Rows[data]) ? 1 : 0;
        var rows = sheet.Rows.Skip(data + numbering).ToList();
        var totals = rows.Where(IsTotal).ToList();
        string[] notes =
        [
            .. sheet.Notes,
            $"headings are in row {string.Join(", ", sheet.Rows.Take(data).Skip(first).Select(row => row.Number))}",
            .. totals.Select(row => $"row {row.Number} is a total ({row.Cells.First(cell => cell.Length > 0)}) and left out"),
        ];
        return new AttributeLedger(sheet.Title, sheet.File, fields, [.. rows.Where(row => !IsTotal(row))], notes);
    }

    /// <summary>A heading without blanks and line breaks, in one case.</summary>
    public static string Plain(string text) =>
        new([.. Solid(text).Select(letter => letter == '／' ? '/' : char.ToLowerInvariant(letter))]);

    private static string Solid(string text) => new([.. text.Where(letter => !char.IsWhiteSpace(letter))]);

    private static (int First, int Data) Bounds(IReadOnlyList<SheetRow> rows, int? given, string? key)
    {
        var titles = 0;
        while (titles < Math.Min(MostTitles, rows.Count - 1) && IsTitle(rows[titles]))
        {
            titles++;
        }

        if (given is { } count)
        {
            var end = Math.Min(count, rows.Count);
            return (Math.Min(titles, end - 1), end);
        }

        if (key is not null && Find(rows, Plain(key)) is { } found)
        {
            return ByKey(rows, Math.Min(titles, found.Row), found.Row, found.Column);
        }

        var data = Enumerable.Range(titles + 1, MostRows)
            .FirstOrDefault(row => row >= rows.Count || rows[row].Cells.Any(IsValue), titles + 1);
        return (titles, Math.Min(data, rows.Count));
    }

    private static (int Row, int Column)? Find(IReadOnlyList<SheetRow> rows, string key)
    {
        var last = key[(key.LastIndexOf('/') + 1)..];
        for (var row = 0; row < Math.Min(MostTitles + MostRows, rows.Count); row++)
        {
            var column = Array.FindIndex(rows[row].Cells, cell => Plain(cell) is var plain && (plain == last || plain == key));
            if (column >= 0)
            {
                return (row, column);
            }
        }

        return null;
    }

    private static (int First, int Data) ByKey(IReadOnlyList<SheetRow> rows, int titles, int row, int column)
    {
        var first = Math.Max(titles, row - MostRows + 1);
        var heading = rows[row][column];
        var data = row + 1;
        while (data < rows.Count && data - first < MostRows && !IsData(rows[data], column, heading))
        {
            data++;
        }

        return (first, data);
    }

    private static bool IsData(SheetRow row, int column, string heading) =>
        row[column].Length > 0 ? row[column] != heading : row.Cells.Any(IsValue);

    // One text over the whole width, or a line such as 填报单位：… .
    private static bool IsTitle(SheetRow row)
    {
        var texts = row.Cells.Where(cell => cell.Length > 0).Distinct().ToList();
        return (texts.Count == 1 && !IsValue(texts[0])) || (texts.Count <= 3 && texts.All(text => text.Contains('：')));
    }

    // A number, a date or a code, but not a heading such as 2023年末户数.
    private static bool IsValue(string cell) =>
        cell.Any(char.IsDigit) && cell.All(letter => letter < 0x2E80 || letter is >= '０' and <= '９' or '年' or '月' or '日')
        && (cell.Length > 4 || cell.All(letter => !char.IsAsciiLetter(letter)) || char.IsDigit(cell[^1])) && !cell.Contains('(');

    // Forms number their columns 1, 2, 3, … below the headings.
    private static bool IsNumbering(SheetRow row)
    {
        var cells = row.Cells.Where(cell => cell.Length > 0).ToList();
        return cells.Count >= 3
            && cells.Select((cell, i) => cell == (i + 1).ToString(CultureInfo.InvariantCulture)).All(same => same);
    }

    private static bool IsTotal(SheetRow row)
    {
        var first = Solid(row.Cells.First(cell => cell.Length > 0)).TrimEnd('：', ':');
        return Totals.Contains(first.ToUpperInvariant());
    }

    private static string[] Names(SheetRow[] headings)
    {
        var names = new string[headings.Length == 0 ? 0 : headings.Max(row => row.Cells.Length)];
        var seen = new Dictionary<string, int>();
        for (var column = 0; column < names.Length; column++)
        {
            var path = new List<string>();
            foreach (var row in headings)
            {
                var text = Solid(row[column]);
                if (text.Length > 0 && (path.Count == 0 || path[^1] != text))
                {
                    path.Add(text);
                }
            }

            var name = string.Join('/', path);
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            names[column] = name.Length == 0 || times == 1 ? name : $"{name} ({times})";
        }

        return names;
    }
}
