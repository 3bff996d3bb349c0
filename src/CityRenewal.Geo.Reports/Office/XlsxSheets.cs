using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// Sheets that are repeated for a list: those whose name holds a placeholder of it, {{areas.id}}. Each copy knows its own item.
/// </summary>
internal sealed class XlsxSheets(WorkbookPart book, FieldScope fields, TemplateProblems problems)
{
    private const int LongestName = 31;

    /// <summary>The list that a sheet is repeated for; null for a sheet that stands once. What cannot be repeated is noted.</summary>
    public FieldList? ListOf(string name, WorksheetPart part)
    {
        if (Placeholder.In(name).Count == 0)
        {
            return null;
        }

        var lists = Placeholder.ListsIn(name, fields);
        if (lists is not [var word])
        {
            problems.Add($"工作表 sheet {name}", lists.Count == 0 ? "its name names no list to repeat it for; write {{areas.id}}" : $"a sheet can be repeated for one list, here are {string.Join(", ", lists)}");
            return null;
        }

        var list = fields.List(word)!;
        problems.Check($"工作表 sheet {name}, its name", name, fields.Inside(list.Blank));
        if (part.Parts.Any(pair => pair.OpenXmlPart is not SpreadsheetPrinterSettingsPart) || part.HyperlinkRelationships.Any() || part.ExternalRelationships.Any())
        {
            problems.Add($"工作表 sheet {name}", "it has pictures, tables, comments or links, which cannot be repeated; take them out");
        }

        if (book.Workbook!.DefinedNames?.Elements<DefinedName>().Any(defined => defined.Text.Contains("{{", StringComparison.Ordinal)) == true)
        {
            problems.Add($"工作表 sheet {name}", "a defined name or print area points to it, and would point to one copy only; take it out");
        }

        return list;
    }

    /// <summary>Makes a copy for every item, in the place of the sheet.</summary>
    /// <returns>The parts to be filled, each with what its placeholders mean; none where the list is empty.</returns>
    public List<(WorksheetPart Part, FieldScope Scope)> Repeat(Sheet sheet, WorksheetPart part, FieldList list)
    {
        var copies = new List<(WorksheetPart, FieldScope)>();
        foreach (var item in list.Items.Value)
        {
            var scope = fields.Inside(item);
            var copy = book.AddNewPart<WorksheetPart>(string.Create(CultureInfo.InvariantCulture, $"{sheet.Id!.Value}-{copies.Count + 1}"));
            copy.Worksheet = (Worksheet)part.Worksheet!.CloneNode(deep: true);
            foreach (var settings in part.Parts)
            {
                copy.AddPart(settings.OpenXmlPart, settings.RelationshipId);
            }

            var name = Free(Placeholder.Fill(sheet.Name!.Value!, scope));
            sheet.InsertBeforeSelf(new Sheet { Name = name, SheetId = Next(), Id = book.GetIdOfPart(copy) });
            copies.Add((copy, scope));
        }

        Renumber(sheet, copies.Count);
        sheet.Remove();
        book.DeletePart(part);
        return copies;
    }

    private uint Next() => book.Workbook!.Sheets!.Elements<Sheet>().Max(sheet => sheet.SheetId!.Value) + 1;

    // What names a sheet in Excel: no mark that a reference needs, at most 31 letters, none twice.
    private string Free(string wished)
    {
        var clean = string.Concat(DocxText.Clean(wished).Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? '_' : letter)).Trim();
        var taken = book.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 1; ; number++)
        {
            var more = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{number}");
            var name = clean.Length == 0 ? $"_{more}" : clean[..Math.Min(clean.Length, LongestName - more.Length)] + more;
            if (!taken.Contains(name))
            {
                return name;
            }
        }
    }

    // Names that belong to a sheet say so by its place among the sheets.
    private void Renumber(Sheet sheet, int copies)
    {
        var place = (uint)book.Workbook!.Sheets!.Elements<Sheet>().ToList().IndexOf(sheet) - (uint)copies;
        foreach (var defined in book.Workbook.DefinedNames?.Elements<DefinedName>().Where(defined => defined.LocalSheetId?.Value > place) ?? [])
        {
            defined.LocalSheetId = (uint)(defined.LocalSheetId!.Value + copies - 1);
        }
    }
}
