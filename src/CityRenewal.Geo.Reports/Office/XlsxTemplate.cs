using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// Fills a workbook of an office: placeholders in cells, rows and whole sheets repeated for lists. A cell that is nothing but one
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
        if (document.WorkbookPart is not { Workbook.Sheets: { } listed } book)
        {
            return ["it has no sheets; save it as .xlsx anew"];
        }

        var texts = new XlsxCellText(book);
        var found = listed.Elements<Sheet>()
            .Select(sheet => (Sheet: sheet, Name: sheet.Name?.Value ?? "", Part: sheet.Id?.Value is { } id ? book.GetPartById(id) as WorksheetPart : null))
            .Where(sheet => sheet.Part?.Worksheet?.GetFirstChild<SheetData>() is not null).ToList();
        var repeating = new XlsxSheets(book, fields, problems);
        var lists = found.ConvertAll(sheet => repeating.ListOf(sheet.Name, sheet.Part!));
        for (var i = 0; i < found.Count; i++)
        {
            new XlsxCheck(found[i].Name, found[i].Part!, texts, problems).Check(lists[i] is { } list ? fields.Inside(list.Blank) : fields);
        }

        if (lists.Count > 0 && lists.TrueForAll(list => list is { Items.Value.Count: 0 }))
        {
            problems.Add("工作簿 workbook", "every sheet is repeated for a list that is empty, so no sheet would be left; add one that stands once");
        }

        if (problems.All.Count == 0)
        {
            for (var i = 0; i < found.Count; i++)
            {
                List<(WorksheetPart Part, FieldScope Scope)> sheets = lists[i] is { } list
                    ? repeating.Repeat(found[i].Sheet, found[i].Part!, list)
                    : [(found[i].Part!, fields)];
                sheets.ForEach(sheet => new XlsxFilling(sheet.Part.Worksheet!, texts).Fill(sheet.Scope));
            }

            book.Workbook.CalculationProperties ??= new CalculationProperties();
            book.Workbook.CalculationProperties.FullCalculationOnLoad = true;
        }

        return problems.All;
    });
}
