using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Turns cells of a workbook into the texts that people see: shared texts, whole codes, dates as dates.</summary>
internal sealed class XlsxTexts
{
    private const double MostDays = 2_958_466;

    private readonly List<string> _shared = [];
    private readonly HashSet<uint> _dateStyles = [];
    private readonly bool _from1904;

    private XlsxTexts(bool from1904) => _from1904 = from1904;

    public static XlsxTexts Of(WorkbookPart book)
    {
        var texts = new XlsxTexts(book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);
        texts.ReadShared(book.SharedStringTablePart);
        texts.ReadStyles(book.WorkbookStylesPart?.Stylesheet);
        return texts;
    }

    /// <summary>Whole numbers so far that have more digits than Excel keeps.</summary>
    public int TooLong { get; private set; }

    /// <summary>The text of a cell; empty where it is missing or an error such as #N/A.</summary>
    public string Of(Cell cell)
    {
        var type = cell.DataType?.Value;
        var value = cell.CellValue?.Text ?? "";
        return type == CellValues.InlineString ? Trimmed(cell.InlineString is { } inline ? TextOf(inline) : "")
            : type == CellValues.SharedString ? Shared(value)
            : type == CellValues.String || type == CellValues.Date ? Trimmed(value)
            : type == CellValues.Boolean ? (value == "1" ? "true" : value.Length == 0 ? "" : "false")
            : type == CellValues.Error ? ""
            : Number(value, cell.StyleIndex?.Value ?? 0);
    }

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : "";

    // Fifteen digits are all that Excel keeps; what lies behind them is noise of the binary number.
    private string Number(string value, uint style)
    {
        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || !double.IsFinite(number))
        {
            return Trimmed(value);
        }

        var days = number + (_from1904 ? 1462 : 0);
        return _dateStyles.Contains(style) && days is >= 1 and < MostDays ? Date(days)
            : Math.Abs(number) < 1e18 && number == Math.Floor(number) ? Whole(number)
            : number.ToString("G15", CultureInfo.InvariantCulture);
    }

    private string Whole(double number)
    {
        TooLong += Math.Abs(number) >= 1e15 ? 1 : 0;
        return number.ToString("F0", CultureInfo.InvariantCulture);
    }

    private static string Date(double days)
    {
        var date = DateTime.FromOADate(days);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private void ReadShared(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement
                && reader.ElementType == typeof(SharedStringItem)
                && reader.LoadCurrentElement() is SharedStringItem item)
            {
                _shared.Add(Trimmed(TextOf(item)));
            }
        }
    }

    private void ReadStyles(Stylesheet? styles)
    {
        var custom = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => group.First().FormatCode?.Value ?? "") ?? [];
        uint style = 0;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var number = format.NumberFormatId?.Value ?? 0;
            if (custom.TryGetValue(number, out var code) ? IsDate(code) : IsBuiltInDate(number))
            {
                _dateStyles.Add(style);
            }

            style++;
        }
    }

    // Numbers above 26 are dates in the Chinese, Japanese and Korean editions.
    private static bool IsBuiltInDate(uint format) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    // A format of a date names the year, or the month with the day, outside quotes and brackets.
    private static bool IsDate(string code)
    {
        var plain = new System.Text.StringBuilder();
        var (quoted, bracketed) = (false, false);
        foreach (var letter in code)
        {
            quoted ^= letter == '"';
            bracketed = letter == '[' || (bracketed && letter != ']');
            if (!quoted && !bracketed)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        var signs = plain.ToString();
        return signs.Contains('y') || (signs.Contains('m') && signs.Contains('d'));
    }

    // Readings of Chinese signs (phonetic runs) are no part of the text.
    private static string TextOf(OpenXmlElement item) => string.Concat(item.ChildElements.Select(child => child switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text ?? "",
        _ => "",
    }));

    private static string Trimmed(string text) => text.Trim().Trim('\u3000', '\u00A0', '\0');
}
