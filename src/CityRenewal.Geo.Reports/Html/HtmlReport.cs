using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>
/// A report as one HTML file that needs nothing else: no network, no script, no font of its own. It prints on A4 with running
/// titles and page numbers, and it is well-formed XML.
/// </summary>
public static class HtmlReport
{
    private const int Block = 32;

    /// <summary>Writes a report.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="writer">Where it goes.</param>
    /// <param name="threads">Threads to use, 0 for all; no byte depends on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static void Write(ReportContent content, TextWriter writer, int threads = 0, CancellationToken cancel = default)
    {
        var pages = new AreaPages(content);
        writer.Write("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"/>");
        writer.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        writer.Write($"<title>{XmlText.Of($"{content.Title} · {content.City.Name}")}</title>\n<style>\n{ReportStyle.Of(content)}</style></head>\n<body>\n");
        writer.Write(FirstPage.Of(content));
        writer.Write(PlanChapter.Of(content));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
        for (var start = 0; start < content.Areas.Count; start += Block)
        {
            var block = new string[Math.Min(Block, content.Areas.Count - start)];
            var from = start;
            Parallel.For(0, block.Length, parallel, i => block[i] = pages.Of(from + i));
            Array.ForEach(block, writer.Write);
        }

        writer.Write(Annex.Of(content, parallel));
        writer.Write("</body>\n</html>\n");
    }
}
