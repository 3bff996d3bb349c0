using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>One line for each area: its size, and how many findings have which verdict.</summary>
internal static class SummaryTable
{
    public static void Write(HtmlText html, ReportContent content)
    {
        html.Open("table").Open("thead").Open("tr");
        html.Words("th", "片区", "Area", "id").Words("th", "净面积", "net ha", "n").Words("th", "地块", "parcels", "n").Words("th", "建筑", "buildings", "n");
        foreach (var verdict in RuleWords.WorstFirst)
        {
            html.Element("th", verdict.Label(), "n w");
        }

        html.Close().Close().Open("tbody");
        for (var i = 0; i < content.Areas.Count; i++)
        {
            Row(html, content, i);
        }

        Total(html, content);
        html.Close().Close();
        if (content.Rules is null)
        {
            html.Words("p", "未指定规则包,结论栏为零不代表符合。", "No rule pack was named: zeros do not mean that anything is kept.", "note");
        }
    }

    private static void Row(HtmlText html, ReportContent content, int index)
    {
        var (area, disclosure) = (content.Areas[index], content.Disclosure);
        html.Open("tr").Open("td", "id").Link(AreaPages.Anchor(index), area.Id).Close();
        html.Open("td", "n").Number(area.Area.NetArea, Hectares(area.Area.NetArea)).Close();
        html.Element("td", disclosure.Count(area.Area.Parcels.Count), "n").Element("td", disclosure.Count(area.Stock.Buildings.Count), "n");
        foreach (var verdict in RuleWords.WorstFirst)
        {
            Count(html, verdict, area.CountOf(verdict));
        }

        html.Close();
    }

    private static void Total(HtmlText html, ReportContent content)
    {
        var (areas, disclosure) = (content.Areas, content.Disclosure);
        var isWhole = !disclosure.IsPublic || areas.All(area => !disclosure.Hides(area.Stock.Buildings.Count) && !disclosure.Hides(area.Area.Parcels.Count));
        html.Open("tr", "total").Words("td", "合计", "all", "id");
        html.Open("td", "n").Write(Hectares(areas.Sum(area => area.Area.NetArea))).Close();
        html.Element("td", isWhole ? disclosure.Count(areas.Sum(area => area.Area.Parcels.Count)) : "–", "n");
        html.Element("td", isWhole ? disclosure.Count(areas.Sum(area => area.Stock.Buildings.Count)) : "–", "n");
        foreach (var verdict in RuleWords.WorstFirst)
        {
            Count(html, verdict, areas.Sum(area => area.CountOf(verdict)));
        }

        html.Close();
    }

    private static void Count(HtmlText html, Verdict? verdict, int count) =>
        html.Open("td", count == 0 ? "n bare" : $"n {verdict.Wire() ?? "not_applicable"}").Write(count.ToString(CultureInfo.InvariantCulture)).Close();

    private static string Hectares(double squareMetres) => (squareMetres / 1e4).ToString("0.00", CultureInfo.InvariantCulture);
}
