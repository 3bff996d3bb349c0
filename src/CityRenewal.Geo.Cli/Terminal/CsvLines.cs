namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Rows of texts as lines of separated values after RFC 4180.</summary>
internal static class CsvLines
{
    public static IEnumerable<string> Of(IEnumerable<IReadOnlyList<string>> rows) => rows.Select(row => string.Join(',', row.Select(Cell)));

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
