using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>The first page: what the report is and is not, from which data and under which rules, contents, and areas against verdicts.</summary>
internal static class FirstPage
{
    private const int MostLinks = 60;

    public static string Of(ReportContent content)
    {
        var html = new HtmlText();
        html.Open("section", "first");
        html.Element("div", content.Classification, "class");
        html.Element("h1", content.Title);
        html.Element("p", content.City.Name + (content.Head.Office.Length > 0 ? $" · {content.Head.Office}" : ""));
        html.Words("div", "辅助核对结果,不替代法定审查。", "A review aid: it does not replace any statutory review and approves nothing.", "aid");
        Origins(html, content);
        Contents(html, content);
        html.Open("div", "", "summary").Words("h3", "片区 × 结论 汇总", "Areas and verdicts");
        SummaryTable.Write(html, content);
        html.Close();
        return html.Close().ToString();
    }

    private static void Origins(HtmlText html, ReportContent content)
    {
        var head = content.Head;
        html.Open("table", "origins").Open("tbody");
        Row(html, "日期", "Date", head.Date.Length > 0 ? head.Date : "未注明 not stated");
        Row(html, "核对对象", "Judged", $"{head.Source} · {(content.Plan is null ? "边界 boundaries" : "方案 plan")} · {Number(content.Areas.Count)}");
        Row(html, "数据版本", "Data version", content.City.DataVersion, "hash");
        if (content.Rules is { } pack)
        {
            Row(html, "规则包", "Rule pack", $"{pack.TitleChinese} {pack.Title} · {pack.Id} {pack.Version}{(pack.IsDraft ? " · 草案 draft" : "")}");
            Row(html, "规则包哈希", "Rule pack hash", pack.Hash, "hash");
        }
        else
        {
            Row(html, "规则包", "Rule pack", "未指定规则包,未作核对 none was named: nothing was judged");
        }

        Row(html, "程序版本", "Engine", head.Engine);
        Row(html, "密级", "Classification", content.Classification);
        html.Close().Close();
        if (content.Head.IsPublic)
        {
            html.Words(
                "p", "公开版仅作汇总:不列明任何建筑与地块;少于 3 的数量记作“<3”,仅涉及不足 3 个对象的数值不公布;界址点坐标不随公开版提供。",
                "The public version sums up: it names no building and no parcel, counts below 3 are told as <3, numbers about fewer than three things and boundary coordinates are withheld.", "note");
        }
    }

    private static void Contents(HtmlText html, ReportContent content)
    {
        html.Words("h3", "目录", "Contents").Open("p", "tags");
        Entry(html, "summary", "片区×结论汇总 Summary");
        Entry(html, "plan", "总图与总体情况 Overview");
        Entry(html, "rules", "规则与出处 Rules and sources");
        Entry(html, "assumptions", "假设 Assumptions");
        Entry(html, "data", "图层与版本 Layers and versions");
        html.Close().Open("p", "tags");
        foreach (var (area, i) in content.Areas.Select((area, i) => (area, i)).Take(MostLinks))
        {
            Entry(html, AreaPages.Anchor(i), area.Id);
        }

        if (content.Areas.Count > MostLinks)
        {
            html.Element("span", $"… 共 {Number(content.Areas.Count)} 个,见下表 all of them in the table below");
        }

        html.Close();
    }

    private static void Entry(HtmlText html, string id, string text) => html.Open("span").Link(id, text).Close();

    private static void Row(HtmlText html, string chinese, string english, string value, string css = "") =>
        html.Open("tr").Words("td", chinese, english).Element("td", value, css).Close();

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
