using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>An Excel workbook (.xlsx, .xlsm); formulas count with the value that Excel stored last, macros are never run.</summary>
internal sealed class XlsxLedger(string path) : ILedgerFile
{
    private const long LargestPart = 2_000_000_000;

    public string Name { get; } = Path.GetFileName(path);

    public LedgerSheet Read(string? sheet, string? encoding, CancellationToken cancel)
    {
        CheckContainer();
        try
        {
            using var document = SpreadsheetDocument.Open(path, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            var book = document.WorkbookPart;
            return book?.Workbook?.Sheets is null ? throw Broken(null) : Read(book, sheet, cancel);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException
            or XmlException or FormatException or ArgumentException or InvalidOperationException or IOException
            or KeyNotFoundException or UriFormatException or NotSupportedException or OverflowException)
        {
            throw Broken(broken);
        }
    }

    private LedgerSheet Read(WorkbookPart book, string? wanted, CancellationToken cancel)
    {
        var sheets = book.Workbook!.Sheets!.Elements<Sheet>().Where(sheet => wanted is not null || IsVisible(sheet)).ToList();
        var texts = XlsxTexts.Of(book);
        if (wanted is not null)
        {
            var named = sheets.FirstOrDefault(
                sheet => string.Equals(sheet.Name?.Value?.Trim(), wanted, StringComparison.OrdinalIgnoreCase));
            return named is null
                ? throw new StoreException(
                    Name, $"it has no sheet '{wanted}'.", $"It has {string.Join(", ", sheets.Select(sheet => sheet.Name?.Value))}.")
                : Read(book, named, texts, cancel);
        }

        foreach (var sheet in sheets)
        {
            var read = Read(book, sheet, texts, cancel);
            if (read.Rows.Count > 0)
            {
                var others = sheets.Where(other => other != sheet).Select(other => other.Name?.Value).ToList();
                return others.Count == 0 ? read : read with
                {
                    Notes =
                    [
                        .. read.Notes,
                        $"the first sheet with rows is read; `sheet` in a mapping names another: {string.Join(", ", others)}",
                    ],
                };
            }
        }

        throw new StoreException(Name, "no sheet of it holds anything.", "Give a table with a row of headings.");
    }

    private LedgerSheet Read(WorkbookPart book, Sheet sheet, XlsxTexts texts, CancellationToken cancel)
    {
        var name = sheet.Name?.Value?.Trim() ?? "";
        return sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part
            ? new XlsxSheetReader(Name, texts, cancel).Read(part, name)
            : new LedgerSheet(Name, name, [], []);
    }

    private static bool IsVisible(Sheet sheet) => sheet.State is null || sheet.State.Value == SheetStateValues.Visible;

    private void CheckContainer()
    {
        Span<byte> start = stackalloc byte[4];
        using (var file = File.OpenRead(path))
        {
            if (file.Length == 0)
            {
                throw new StoreException(Name, "it is empty.", "Give a table with a row of headings.");
            }

            file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        if (start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new StoreException(
                Name,
                "it is an old .xls under a new name, or protected by a password.",
                "Open it in Excel and save it as .xlsx without a password.");
        }

        ZipContents.List(path);
    }

    private StoreException Broken(Exception? cause) =>
        new(Name, "it is not a whole Excel workbook.", "Copy it again, or open it in Excel and save it as .xlsx.", cause);
}
