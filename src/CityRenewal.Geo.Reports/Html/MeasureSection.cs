using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>Every measure of an area, with its interval or the reason why it has no value.</summary>
internal static class MeasureSection
{
    public static void Write(HtmlText html, ReportArea area, Disclosure disclosure)
    {
        html.Words("h3", "全部指标", "All measures").Open("div", "flow").Open("table", "key").Open("tbody");
        foreach (var (name, measured) in area.Measures.All.Where(measure => disclosure.Lists(measure.Name.Wire)))
        {
            html.Open("tr").Words("td", name.Chinese, MeasureText.English(name)).Open("td");
            KeyNumbers.Value(html, area, name, disclosure);
            html.Close().Close();
        }

        html.Close().Close().Close();
        Reasons(html, area, disclosure);
    }

    // One reason is often that of many measures: it is told once.
    private static void Reasons(HtmlText html, ReportArea area, Disclosure disclosure)
    {
        var reasons = area.Measures.All.Where(measure => disclosure.Lists(measure.Name.Wire) && measure.Value.WhyNot is not null)
            .GroupBy(measure => measure.Value.WhyNot!, measure => measure.Name.Chinese).ToList();
        if (reasons.Count == 0)
        {
            return;
        }

        html.Open("ul", "note");
        foreach (var reason in reasons)
        {
            html.Open("li").Words($"{string.Join("、", reason)}：{reason.Key.TextChinese}", reason.Key.Text).Close();
        }

        html.Close();
    }
}
