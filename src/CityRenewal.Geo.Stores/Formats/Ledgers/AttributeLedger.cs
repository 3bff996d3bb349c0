namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A ledger without shapes: its fields by name, and its rows without headings, blanks and totals.</summary>
/// <param name="Title">How people call it: file and sheet.</param>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Fields">Name of each column; headings of several rows are joined with a slash, an unnamed one is empty.</param>
/// <param name="Rows">Rows of values.</param>
/// <param name="Notes">What people should know about how it was read.</param>
internal sealed record AttributeLedger(
    string Title, string File, IReadOnlyList<string> Fields, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// The column of a field, whatever its case and blanks; its last heading will do where only one has it.
    /// -1 where there is none.
    /// </summary>
    public int Find(string field)
    {
        var wanted = LedgerHeading.Plain(field);
        var exact = Columns(name => name == wanted);
        var last = exact.Count > 0 ? exact : Columns(name => name[(name.LastIndexOf('/') + 1)..] == wanted);
        return last.Count > 0 && (exact.Count > 0 || last.Count == 1) ? last[0] : -1;
    }

    /// <summary>The column of a field that is needed.</summary>
    /// <exception cref="StoreException">The ledger has no such field.</exception>
    public int Needed(string field, int line)
    {
        var column = Find(field);
        return column >= 0 ? column : throw new StoreException(
            line > 0 ? $"{Title}, mapping line {line}" : Title,
            $"it has no field '{field}'.",
            $"It has {string.Join(", ", Fields.Where(name => name.Length > 0))}; give `header_rows` where these are no headings.");
    }

    /// <summary>The codes in a column, in the form in which they are compared.</summary>
    public string[] Codes(int column) => [.. Rows.Select(row => LedgerKeys.Code(row[column]))];

    private List<int> Columns(Func<string, bool> fits) =>
    [
        .. Enumerable.Range(0, Fields.Count)
            .Where(column => Fields[column].Length > 0 && fits(LedgerHeading.Plain(Fields[column]))),
    ];
}
