using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>What all areas have in common: texts that rules cite, assumptions, rules that nobody could judge, layers with versions.</summary>
internal static class Annex
{
    public static string Of(ReportContent content, ParallelOptions parallel)
    {
        var html = new HtmlText();
        html.Open("section", "", "rules");
        Rules(html, content);
        html.Open("div", "", "assumptions");
        Assumptions(html, content);
        html.Close().Open("div", "", "data");
        Layers(html, content, parallel);
        return html.Close().Close().ToString();
    }

    private static void Rules(HtmlText html, ReportContent content)
    {
        html.Words("h2", "规则与出处", "Rules and sources");
        if (content.Rules is not { } pack)
        {
            html.Words("p", "未指定规则包。", "No rule pack was named.");
            return;
        }

        html.Open("table").Open("thead").Open("tr").Words("th", "文件", "text").Words("th", "文号", "number").Words("th", "日期", "date")
            .Words("th", "可阅处", "where it can be read").Close().Close().Open("tbody");
        foreach (var source in pack.Sources)
        {
            html.Open("tr").Element("td", source.Title).Element("td", source.Number).Element("td", source.Date).Element("td", source.Address, "hash").Close();
        }

        html.Close().Close();
        Unjudged(html, content);
        if (pack.Monitored.Count > 0)
        {
            html.Words("h3", "另行监测的全市指标（不作片区结论）", "Indicators of the whole city, monitored elsewhere").Open("ul");
            foreach (var indicator in pack.Monitored)
            {
                html.Open("li").Words($"{indicator.TitleChinese}（{FindingText.Cited(pack, indicator.Citation)}）", indicator.Title).Close();
            }

            html.Close();
        }
    }

    private static void Unjudged(HtmlText html, ReportContent content)
    {
        if (content.Unjudged.Count == 0)
        {
            return;
        }

        html.Words("h3", "因缺少图层而无法核对的规则", "Rules that nobody could judge, because a layer is missing").Open("ul");
        foreach (var rule in content.Unjudged)
        {
            html.Open("li").Words($"{rule.Rule.TitleChinese}：{rule.WhyNot.TextChinese}", $"{rule.Rule.Title}: {rule.WhyNot.Text}").Close();
        }

        html.Close();
    }

    private static void Assumptions(HtmlText html, ReportContent content)
    {
        html.Words("h2", "假设", "Assumptions").Words(
            "p", "结论以下列假设为前提,来源未予证实;据此得出的“符合”均注明“按假设”。",
            "Findings rest on these; no source confirms them, and a pass that rests on one is never a plain pass.", "note");
        html.Open("table").Open("tbody");
        foreach (var (name, assumption) in new AssumptionList(content.Areas).All)
        {
            html.Open("tr", "", $"assumption-{name}").Element("td", name).Words("td", assumption.TextChinese, assumption.Text).Close();
        }

        html.Close().Close();
    }

    private static void Layers(HtmlText html, ReportContent content, ParallelOptions parallel)
    {
        var city = content.City;
        html.Words("h2", "图层与版本", "Layers and versions").Open("table").Open("thead").Open("tr").Words("th", "图层", "layer")
            .Words("th", "要素", "features", "n").Words("th", "内容哈希 SHA-256", "version").Close().Close().Open("tbody");
        foreach (var layer in LayerNames.All)
        {
            html.Open("tr").Words("td", LayerNames.ChineseOf(layer), layer);
            html.Element("td", city.Has(layer) ? CountOf(city, layer).ToString("#,##0", CultureInfo.InvariantCulture) : "–", "n");
            html.Element("td", city.Has(layer) ? DataVersions.OfLayer(city, layer, parallel) : "缺 missing", "hash").Close();
        }

        html.Close().Close();
    }

    private static int CountOf(City city, string layer) => layer switch
    {
        LayerNames.Parcels => city.Parcels.Count,
        LayerNames.Buildings => city.Buildings.Count,
        LayerNames.Barriers => city.Barriers.Count,
        LayerNames.ProtectedItems => city.ProtectedItems.Count,
        LayerNames.Stations => city.Stations.Count,
        _ => city.Layer(layer).Count,
    };
}
