using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// Fills a workbook of an office: placeholders in cells, and rows repeated for lists. A cell that is nothing but one
/// placeholder becomes a number where the value is one, in the format that the cell has.
/// </summary>
public static class XlsxTemplate
{
    /// <summary>Fills a template.</summary>
    /// <param name="template">The .xlsx file.</param>
    /// <param name="fields">What its placeholders mean.</param>
    public static FilledTemplate Fill(byte[] template, FieldScope fields) => TemplatePackage.Fill(template, "workbook (.xlsx)", package =>
    {
        var problems = new TemplateProblems();
        using var document = SpreadsheetDocument.Open(package, isEditable: true, TemplatePackage.Settings);
        if (document.WorkbookPart is not { Workbook.Sheets: { } sheets } book)
        {
            return ["it has no sheets; save it as .xlsx anew"];
        }

        var texts = new XlsxCellText(book);
        var found = sheets.Elements<Sheet>()
            .Select(sheet => (Name: sheet.Name?.Value ?? "", Part: sheet.Id?.Value is { } id ? book.GetPartById(id) as WorksheetPart : null))
            .Where(sheet => sheet.Part?.Worksheet?.GetFirstChild<SheetData>() is not null).ToList();
        found.ForEach(sheet => new XlsxCheck(sheet.Name, sheet.Part!, texts, problems).Check(fields));
        if (problems.All.Count == 0)
        {
            found.ForEach(sheet => new XlsxFilling(sheet.Part!.Worksheet!, texts).Fill(fields));
            book.Workbook.CalculationProperties ??= new CalculationProperties();
            book.Workbook.CalculationProperties.FullCalculationOnLoad = true;
        }

        return problems.All;
    });
}
