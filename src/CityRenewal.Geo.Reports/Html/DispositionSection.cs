using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>What is proposed for the buildings: by count and floor area, and one by one what goes or may go.</summary>
internal static class DispositionSection
{
    private const int MostListed = 60;

    public static void Write(HtmlText html, ReportArea area, Disclosure disclosure)
    {
        html.Words("h3", "建筑处置（留改拆）", "Dispositions");
        if (!area.HasDispositions)
        {
            html.Words("p", "未提出建筑处置。", "Nothing is proposed for the buildings.", "note");
            return;
        }

        var rows = DispositionTable.Of(area);

        // One kind that is too small would follow from the others and the sum of all.
        var isHidden = rows.Any(row => disclosure.Hides(row.Buildings));
        html.Open("table").Open("thead").Open("tr").Words("th", "处置", "disposition").Words("th", "建筑", "buildings", "n")
            .Words("th", "建筑面积", "floor area m²", "n").Words("th", "其中拆除", "goes m²", "n").Close().Close().Open("tbody");
        foreach (var row in rows)
        {
            html.Open("tr").Words("td", row.Chinese, row.English);
            html.Open("td", "n").Number(isHidden ? null : row.Buildings, isHidden && !disclosure.Hides(row.Buildings) ? "≥3" : disclosure.Count(row.Buildings)).Close();
            Area(html, row.FloorArea, isHidden, disclosure);
            Area(html, row.Going, isHidden, disclosure);
            html.Close();
        }

        html.Close().Close();
    }

    /// <summary>Every building that goes in whole or in part, or is a candidate.</summary>
    public static void WriteGoing(HtmlText html, ReportArea area)
    {
        var going = DispositionTable.Going(area);
        if (going.Count == 0)
        {
            return;
        }

        var city = area.Stock.City;
        html.Words("h3", "拆除与拟拆候选建筑", "Buildings that go, and candidates").Open("table").Open("thead").Open("tr");
        html.Words("th", "建筑", "building").Words("th", "处置", "disposition").Words("th", "建筑面积", "floor area m²", "n")
            .Words("th", "其中拆除", "goes m²", "n").Words("th", "建成年", "built", "n").Words("th", "危险等级", "danger").Words("th", "理由", "reason").Close().Close().Open("tbody");
        foreach (var (building, proposed) in going.Take(MostListed))
        {
            var (_, chinese, english) = DispositionTable.KindOf(proposed);
            var year = city.Buildings.YearBuilt[building.Row];
            html.Open("tr").Element("td", city.Buildings.Ids[building.Row]).Words("td", chinese, english);
            html.Open("td", "n").Number(building.FloorArea.Value, Metres(building.FloorArea.Value)).Close();
            html.Element("td", Metres(building.FloorArea.Value * (building.Elective + building.Exempt)), "n");
            html.Element("td", year == Unknown.Integer ? "不详" : year.ToString(CultureInfo.InvariantCulture), "n");
            html.Element("td", city.Buildings.DangerGrades[building.Row] is var grade && grade == DangerGrade.Unknown ? "未鉴定" : grade.ToString());
            html.Element("td", proposed.Reason.Replace('_', ' ')).Close();
        }

        html.Close().Close();
        if (going.Count > MostListed)
        {
            html.Words("p", $"另有 {going.Count - MostListed} 栋,见工作簿或方案文件。", $"{going.Count - MostListed} more: see the workbook or the plan file.", "note");
        }
    }

    private static void Area(HtmlText html, FloorAreaSum sum, bool isHidden, Disclosure disclosure)
    {
        var more = sum.Unknown > 0 ? $" +{disclosure.Count(sum.Unknown)} 栋不详" : "";
        html.Open("td", "n").Number(isHidden ? null : sum.Value, isHidden ? Disclosure.Withheld : Metres(sum.Value) + more).Close();
    }

    private static string Metres(double value) => double.IsNaN(value) ? "不详" : value.ToString("#,##0", CultureInfo.InvariantCulture);
}
