using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>A passage between {{each list}} and {{end}}.</summary>
/// <param name="List">Name of the list.</param>
/// <param name="Begin">The paragraph that begins it.</param>
/// <param name="End">The paragraph that ends it; null where none does.</param>
/// <param name="Inner">What lies between.</param>
internal sealed record DocxPassage(string List, Paragraph Begin, Paragraph? End, IReadOnlyList<OpenXmlElement> Inner)
{
    /// <summary>The passage that a paragraph begins; null where it begins none.</summary>
    public static DocxPassage? At(OpenXmlElement element)
    {
        if (element is not Paragraph begin || Placeholder.Each(DocxText.Of(begin)) is not { } list)
        {
            return null;
        }

        var (inner, depth) = (new List<OpenXmlElement>(), 1);
        for (var next = element.NextSibling(); next is not null; next = next.NextSibling())
        {
            var text = next is Paragraph paragraph ? DocxText.Of(paragraph) : "";
            depth += Placeholder.Each(text) is not null ? 1 : Placeholder.IsEnd(text) ? -1 : 0;
            if (depth == 0)
            {
                return new DocxPassage(list, begin, (Paragraph)next, inner);
            }

            inner.Add(next);
        }

        return new DocxPassage(list, begin, null, inner);
    }
}
