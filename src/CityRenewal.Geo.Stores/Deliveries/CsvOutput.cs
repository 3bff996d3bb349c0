using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>Comma-separated values in any encoding, with the line ends of Windows.</summary>
public static class CsvOutput
{
    /// <summary>The file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="encoding">Name of the encoding; UTF-8 is written without a mark.</param>
    /// <param name="rows">Rows of cells; null is an empty one.</param>
    public static WrittenFile Of(string name, string encoding, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));
        return new WrittenFile(name, TextEncodings.Named(name, encoding).GetBytes(text));
    }

    private static string Cell(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
