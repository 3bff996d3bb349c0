using System.Globalization;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>The pages of an area: it begins one with its map and key numbers; what must be looked at comes before what is long.</summary>
internal sealed class AreaPages(ReportContent content)
{
    private readonly AreaFigure _figure = new(content);
    private readonly AssumptionList _assumptions = new(content.Areas);
    private readonly SurveySystem _survey = SurveySystem.Of(content.City.Epsg, content.City.Plane);

    /// <summary>Where links to an area lead.</summary>
    public static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"area-{index + 1}");

    /// <summary>The pages of one area.</summary>
    public string Of(int index)
    {
        var area = content.Areas[index];
        var findings = NumberedFinding.Of(area, content.Disclosure);
        var html = new HtmlText();
        html.Open("section", "area", Anchor(index));
        Head(html, area);
        html.Open("figure", "map").Raw(_figure.SvgOf(area, findings)).Close();
        if (area.Findings.Count > 0)
        {
            FindingSection.WriteCounts(html, area);
        }

        html.Open("div", "two").Open("div");
        KeyNumbers.Write(html, area, content.Disclosure);
        html.Close().Open("div");
        DispositionSection.Write(html, area, content.Disclosure);
        FactorTable.Write(html, area, content.Disclosure);
        html.Close().Close();
        new FindingSection(content, _assumptions).Write(html, findings);
        if (!content.Head.IsPublic)
        {
            DispositionSection.WriteGoing(html, area);
        }

        MeasureSection.Write(html, area, content.Disclosure);
        if (!content.Head.IsPublic)
        {
            PointSection.Write(html, area, _survey);
        }

        return html.Close().ToString();
    }

    private static void Head(HtmlText html, ReportArea area)
    {
        html.Open("h2").Write($"{area.Id} ").Element("span", area.HasDispositions ? "更新片区 renewal area" : "待核对边界 boundary under review", "en").Close();
        html.Open("p", "tags");
        if (area.Unit.Length > 0)
        {
            html.Element("span", $"规划单元 planning unit {area.Unit}");
        }

        if (area.Profile is { } profile)
        {
            var labels = profile.Categories.Labels.Select(label =>
                $"{label.Definition.TitleChinese} {label.Definition.Title} {(label.Share * 100).ToString("0", CultureInfo.InvariantCulture)} %").ToList();
            html.Element("span", $"类别 categories: {(labels.Count == 0 ? "未分类 unclassified" : string.Join("；", labels))}");
        }

        if (area.Area.Projects.Count > 0)
        {
            html.Element("span", $"更新项目 projects: {string.Join("、", area.Area.Projects)}");
        }

        html.Close();
    }
}
