using System.Globalization;
using System.Text;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>How a report looks on a screen and on A4 paper: running titles, page numbers, an area begins a page.</summary>
internal static class ReportStyle
{
    private const string Sheet = """
        * { box-sizing: border-box; }
        html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0 auto; max-width: 198mm; background: #e9e7e1; color: #2b2b2b; line-height: 1.42;
          font: 9.6pt 'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',sans-serif; }
        section { background: #fff; padding: 12mm 10mm; margin: 6mm 0; }
        h1 { font-size: 23pt; line-height: 1.25; margin: 0 0 2mm; color: #3d1149; }
        h2 { font-size: 15pt; margin: 0 0 2mm; color: #3d1149; border-bottom: 1.6pt solid #5a1a6b; padding-bottom: 1mm; break-after: avoid; }
        h3 { font-size: 11pt; margin: 4.5mm 0 1.2mm; color: #5a1a6b; break-after: avoid; }
        p { margin: 0 0 1.6mm; }
        .en { color: #66625a; font-size: 88%; }
        .note { color: #66625a; font-size: 8.4pt; }
        .aid { border: 1.4pt solid #a03020; color: #a03020; font-weight: 700; padding: 2mm 3mm; margin: 4mm 0; }
        .class { float: right; border: 1.4pt solid #a03020; color: #a03020; font-weight: 700; padding: 1mm 3mm; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 2mm; font-size: 8.6pt; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th { text-align: left; font-weight: 700; background: #f2eef4; border-bottom: 0.9pt solid #5a1a6b; padding: 0.8mm 1.3mm; vertical-align: bottom; }
        td { border-bottom: 0.5pt solid #dcd8cf; padding: 0.8mm 1.3mm; vertical-align: top; overflow-wrap: break-word; }
        td.n { text-align: right; white-space: nowrap; }
        th.n { text-align: right; }
        td.id, th.id { white-space: nowrap; width: 1%; }
        td.cite { font-size: 88%; color: #4a463f; }
        tr.total td { font-weight: 700; border-top: 0.9pt solid #5a1a6b; }
        .hash { font-family: 'DejaVu Sans Mono',Consolas,monospace; font-size: 7.2pt; overflow-wrap: anywhere; }
        .key td:last-child { text-align: right; font-weight: 700; }
        .two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; align-items: start; }
        .flow { columns: 2; column-gap: 6mm; }
        .points { columns: 3; column-gap: 4mm; }
        .points table { break-inside: avoid; font-size: 7.2pt; margin-bottom: 1.5mm; }
        .points td, .points th { padding: 0.25mm 0.8mm; white-space: nowrap; line-height: 1.3; }
        .map > svg { display: block; width: 100%; height: auto; }
        .overview > svg { display: block; width: auto; max-width: 100%; height: auto; max-height: 140mm; margin: 0 auto; }
        .findings { table-layout: fixed; }
        .findings th:nth-child(1) { width: 4.5%; } .findings th:nth-child(2) { width: 27%; } .findings th:nth-child(3) { width: 14%; }
        .findings th:nth-child(4) { width: 13.5%; } .findings th:nth-child(5) { width: 8%; } .findings th:nth-child(7) { width: 8%; }
        .newpage { break-before: page; }
        figure { margin: 0 0 2mm; break-inside: avoid; }
        ul { margin: 0 0 2mm; padding-left: 5mm; }
        a { color: #5a1a6b; text-decoration: none; }
        .fail { color: #c4161c; font-weight: 700; } .needs_approval { color: #b65c00; font-weight: 700; }
        .marginal { color: #8a6d00; font-weight: 700; } .unknown { color: #5f5f5f; font-weight: 700; }
        .pass { color: #15803d; } .assumed { color: #4d7c0f; } .not_applicable { color: #8a8a8a; }
        .dot { display: inline-block; min-width: 4.6mm; padding: 0 0.8mm; border-radius: 2.3mm; text-align: center; background: #d7191c; color: #fff; font-weight: 700; font-size: 7.6pt; }
        .bare { color: #66625a; }
        .evidence { border-left: 1.8pt solid #d9c9de; padding: 0 0 0 2.4mm; margin: 0 0 2.2mm; font-size: 8.4pt; break-inside: avoid; }
        .evidence p { margin: 0 0 0.5mm; }
        .tags span { display: inline-block; margin: 0 3mm 0.6mm 0; }
        @media print {
          body { max-width: none; background: #fff; font-size: 8pt; line-height: 1.36; }
          h1 { font-size: 20pt; } h2 { font-size: 13pt; } h3 { font-size: 9.4pt; margin-top: 3mm; }
          table { font-size: 7.3pt; } td, th { padding-top: 0.55mm; padding-bottom: 0.55mm; }
          .evidence, .note { font-size: 7.1pt; } .points table { font-size: 6.6pt; } .hash { font-size: 6.6pt; }
          section { padding: 0; margin: 0; break-before: page; }
          section:first-of-type { break-before: auto; }
        }
        """;

    /// <summary>The style of a report, its running titles with it.</summary>
    public static string Of(ReportContent content)
    {
        var date = content.Head.Date.Length > 0 ? $" · {content.Head.Date}" : "";
        return $$"""
            @page { size: A4; margin: 17mm 13mm 16mm; font-family: 'Noto Sans CJK SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif;
              @top-left { content: {{Quoted($"{content.Title} · {content.City.Name}{date}")}}; font-size: 7.6pt; color: #66625a; }
              @top-right { content: {{Quoted(content.Classification)}}; font-size: 7.6pt; color: #a03020; }
              @bottom-left { content: {{Quoted("辅助核对结果,不替代法定审查 · A review aid, not an approval")}}; font-size: 7.6pt; color: #a03020; }
              @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.6pt; color: #66625a; } }
            {{Sheet}}
            """;
    }

    // Any letter that could end the text, or the style, is written by its number.
    private static string Quoted(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var letter in text.EnumerateRunes())
        {
            var isPlain = Rune.IsLetterOrDigit(letter) || letter.Value is ' ' or ',' or '·' or '-' or '.' or '(' or ')' or '（' or '）' or '，';
            css.Append(isPlain ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{letter.Value:X} "));
        }

        return css.Append('"').ToString();
    }
}
