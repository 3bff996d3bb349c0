using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Maps;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>The plan as a whole: where its areas lie, how far it can be from the best, what its search assumed.</summary>
internal static class PlanChapter
{
    // Notes of other codes name parcels: they are not for everybody.
    private static readonly HashSet<string> PublicNotes =
        ["assumption", "udb_tolerance", "reference_year", "missing_layer", "cut_short", "obligatory_benefit"];

    public static string Of(ReportContent content)
    {
        var html = new HtmlText();
        html.Open("section", "", "plan").Words("h2", "总图与总体情况", "Overview");
        var net = content.Areas.Sum(area => area.Area.NetArea) / 1e4;
        var subtitle = string.Create(CultureInfo.InvariantCulture, $"{content.Classification} · {content.Areas.Count} 个片区 areas, {net:0.0} ha net");
        html.Open("figure", "overview").Raw(CityMap.ToSvg(
            content.City, [.. content.Areas.Select(area => area.Area)], (content.City.Name, subtitle), !content.Head.IsPublic)).Close();
        if (content.Plan is { } plan)
        {
            Standing(html, plan);
            Priced(html, plan, content.Head.IsPublic);
            Notes(html, plan, content.Head.IsPublic);
        }
        else
        {
            html.Words(
                "p", "所核对的边界由他人提供:未提出任何建筑处置,涉及拆除、改造的规则一律为“依据不足”,不作符合处理。",
                "The boundaries came from somebody else: nothing is proposed for their buildings, so every rule about demolition and renovation is unknown, never kept.");
        }

        return html.Close().ToString();
    }

    private static void Standing(HtmlText html, Plan plan)
    {
        html.Words("h3", "与最优的差距", "How far from the best, for the chosen weights").Open("table", "key").Open("tbody");
        Row(html, "目标值", "objective, m²", plan.Objective, Text(plan.Objective, "#,##0"));
        Row(html, "已证明上界", "proven upper bound, m²", plan.IsBoundProven ? plan.Bound : null, plan.IsBoundProven ? Text(plan.Bound, "#,##0") : "未证明 not proven");
        Row(html, "差距", "gap", plan.Gap, plan.Gap is { } gap ? Text(gap * 100, "0.##") + " %" : "不给出 not told");
        Row(html, "边界长度权重 λ", "price of outline, m² per m", plan.Options.Lambda, Text(plan.Options.Lambda, "0.##"));
        Row(html, "随机种子", "seed", plan.Options.Seed, plan.Options.Seed.ToString(CultureInfo.InvariantCulture));
        html.Close().Close();
    }

    private static void Priced(HtmlText html, Plan plan, bool isPublic)
    {
        if (plan.PricedBreaches.Count == 0 || isPublic)
        {
            return;
        }

        html.Words("h3", "超出的软性限制", "Soft limits that are broken, at a price").Open("ul");
        foreach (var breach in plan.PricedBreaches)
        {
            html.Open("li").Words(breach.TextChinese, breach.Text).Close();
        }

        html.Close();
    }

    private static void Notes(HtmlText html, Plan plan, bool isPublic)
    {
        var notes = plan.Notes.Where(note => !isPublic || PublicNotes.Contains(note.Code)).ToList();
        if (notes.Count == 0)
        {
            return;
        }

        html.Words("h3", "阅读须知与假设", "What a reader must know, and what is assumed").Open("ul");
        foreach (var note in notes)
        {
            html.Open("li").Words(note.TextChinese, note.Text).Close();
        }

        html.Close();
    }

    private static void Row(HtmlText html, string chinese, string english, double? value, string text) =>
        html.Open("tr").Words("td", chinese, english).Open("td").Number(value, text).Close().Close();

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
