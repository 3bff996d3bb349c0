using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// Fills a Word template of an office: placeholders anywhere, table rows repeated for lists, and whole passages between
/// {{each areas}} and {{end}}, maps as pictures. The template's own styles, headers and footers stay as they are.
/// </summary>
public static class DocxTemplate
{
    /// <summary>Fills a template.</summary>
    /// <param name="template">The .docx file.</param>
    /// <param name="fields">What its placeholders mean.</param>
    public static FilledTemplate Fill(byte[] template, FieldScope fields) => TemplatePackage.Fill(template, "Word document (.docx)", package =>
    {
        var problems = new TemplateProblems();
        using var document = WordprocessingDocument.Open(package, isEditable: true, TemplatePackage.Settings);
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
        {
            return ["it has no text; save it as .docx anew"];
        }

        List<(string Name, OpenXmlElement Root)> roots = [("正文 text", body)];
        roots.AddRange(main.HeaderParts.Where(part => part.Header is not null).Select(part => ("页眉 header", (OpenXmlElement)part.Header!)));
        roots.AddRange(main.FooterParts.Where(part => part.Footer is not null).Select(part => ("页脚 footer", (OpenXmlElement)part.Footer!)));
        roots.ForEach(root => new DocxCheck(root.Name, root.Root, problems).Check(fields));
        if (problems.All.Count == 0)
        {
            var pictures = new DocxPictures(main);
            roots.ForEach(root => new DocxFilling(root.Root == body ? pictures : null).Fill(root.Root, fields));
        }

        return problems.All;
    });
}
