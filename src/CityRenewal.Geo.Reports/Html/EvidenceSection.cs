using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>What verdicts rest on: sums, things at fault, layers with their versions; and apart, strips below the layers' accuracy.</summary>
internal sealed class EvidenceSection(ReportContent content)
{
    private const int MostNamed = 24;
    private const int MostStrips = 24;

    public void Write(HtmlText html, IReadOnlyList<NumberedFinding> findings)
    {
        var shown = findings.Where(numbered => numbered.Finding.IsOpen || !content.Head.IsPublic && HasSum(numbered.Finding.Judgement.Evidence)).ToList();
        if (shown.Count > 0)
        {
            html.Words("h3", "证据", "Evidence");
            shown.ForEach(numbered => One(html, numbered));
        }

        Strips(html, findings);
    }

    // A rule that is kept because there is nothing of the kind has nothing to show.
    private static bool HasSum(Evidence evidence) => evidence.Numerator is { } above && (above != 0 || evidence.Denominator is not null);

    private void One(HtmlText html, NumberedFinding numbered)
    {
        var (finding, judgement) = (numbered.Finding, numbered.Finding.Judgement);
        html.Open("div", "evidence").Open("p").Element("b", $"{numbered.Number} {finding.Rule.TitleChinese}").Write(" ")
            .Element("span", finding.Rule.Title, "en").Close();
        if (finding.WhyNot is { } whyNot)
        {
            html.Words("p", whyNot.TextChinese, whyNot.Text);
        }

        if (!content.Head.IsPublic)
        {
            Sums(html, judgement);
            Things(html, judgement.Evidence);
            Members(html, judgement);
        }

        Sources(html, finding);
        html.Close();
    }

    private static void Sums(HtmlText html, Judgement judgement)
    {
        var evidence = judgement.Evidence;
        if (evidence.Numerator is not null || evidence.Tolerance is not null)
        {
            html.Open("p");
            if (evidence.Numerator is { } above)
            {
                html.Write("合计 sum ").Number(above, Sum(above));
            }

            if (evidence.Denominator is { } below)
            {
                html.Write(" ÷ ").Number(below, Sum(below));
            }

            html.Write(evidence.Tolerance is { } metres ? $" · 容差 tolerance {Text(metres, "0.##")} m" : "").Close();
        }

        foreach (var reading in judgement.Readings)
        {
            html.Open("p").Write($"另一读法 other reading {reading.Id}: {reading.Verdict.Label()}");
            html.Write(reading.Measured.Value is { } value ? $" ({Text(value, "0.####")})" : "").Close();
        }
    }

    private void Things(HtmlText html, Evidence evidence)
    {
        List(html, "建筑 buildings", evidence.Buildings, content.City.Buildings.Ids);
        List(html, "地块 parcels", evidence.Parcels, content.City.Parcels.Ids);
        if (evidence.Others.Count > 0)
        {
            html.Element("p", $"其他 others: {string.Join("、", evidence.Others)}");
        }
    }

    private static void List(HtmlText html, string label, IReadOnlyList<int> rows, TextColumn ids)
    {
        if (rows.Count > 0)
        {
            var named = rows.Select(row => ids[row]).Order(StringComparer.Ordinal).Take(MostNamed);
            html.Element("p", $"{label} {rows.Count}: {string.Join(", ", named)}{(rows.Count > MostNamed ? $" … 共 {rows.Count} in all" : "")}");
        }
    }

    private static void Members(HtmlText html, Judgement judgement)
    {
        foreach (var (rule, member) in judgement.Members)
        {
            html.Open("p").Write($"· {rule.TitleChinese} {rule.Title}: {member.Verdict.Label()}");
            html.Write(member.WhyNot is { } why ? $" — {why.TextChinese}" : "").Close();
        }
    }

    private void Sources(HtmlText html, Finding finding)
    {
        if (finding.Sources.Count > 0)
        {
            var named = finding.Sources.Select(source => LayerNames.ChineseOf(source.Layer) + " " + source.Layer
                + (source.Version.Length > 0 ? $" {source.Version[..12]}" : " 缺 missing")
                + (source.Features.Count > 0 && !content.Head.IsPublic ? $" ({string.Join(", ", source.Features.Take(MostNamed))}{(source.Features.Count > MostNamed ? " …" : "")})" : ""));
            html.Element("p", $"来源 sources: {string.Join("；", named)}", "note");
        }
    }

    private void Strips(HtmlText html, IReadOnlyList<NumberedFinding> findings)
    {
        var strips = findings.SelectMany(numbered => numbered.Finding.Judgement.Evidence.Strips.Select(strip => (numbered.Number, Strip: strip))).ToList();
        if (strips.Count == 0)
        {
            return;
        }

        html.Words("h3", "精度以内的侵占（单列,不计入）", "Encroachments below the layers' accuracy: listed, not counted");
        html.Words(
            "p", $"{content.Disclosure.Count(strips.Count)} 处,共 {Text(strips.Sum(strip => strip.Strip.AreaM2), "#,##0.#")} m²。",
            $"{content.Disclosure.Count(strips.Count)} strips.");
        if (content.Head.IsPublic)
        {
            return;
        }

        html.Open("table").Open("thead").Open("tr").Element("th", "#").Words("th", "地块", "parcel").Words("th", "面积", "area m²", "n")
            .Words("th", "平均宽度", "mean width m", "n").Close().Close().Open("tbody");
        foreach (var (number, strip) in strips.OrderByDescending(strip => strip.Strip.AreaM2).ThenBy(strip => content.City.Parcels.Ids[strip.Strip.Parcel], StringComparer.Ordinal).Take(MostStrips))
        {
            html.Open("tr").Element("td", $"{number}").Element("td", content.City.Parcels.Ids[strip.Parcel])
                .Element("td", Text(strip.AreaM2, "#,##0.0"), "n").Element("td", Text(strip.WidthM, "0.00"), "n").Close();
        }

        html.Close().Close();
    }

    private static string Sum(double value) => Text(value, Math.Abs(value) < 100 ? "0.##" : "#,##0");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
