using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>What the placeholders of a template mean for a report; data/templates/README.md lists them for offices.</summary>
public static class ReportFields
{
    /// <summary>The whole report.</summary>
    public static FieldScope Of(ReportContent content)
    {
        var areas = new AreaFields(content);
        var lists = new Dictionary<string, FieldList>(StringComparer.Ordinal)
        {
            ["areas"] = areas.Areas(),
            ["findings"] = areas.Findings(content.Areas),
            ["dispositions"] = areas.Dispositions(content.Areas),
            ["buildings"] = areas.Buildings(content.Areas),
            ["points"] = areas.Points(content.Areas),
            ["measures"] = areas.Measures(content.Areas),
            ["assumptions"] = FieldList.Of("assumptions", () => new AssumptionList(content.Areas).All,
            [
                ("name", each => each.Name), ("text_zh", each => each.Assumption.TextChinese), ("text", each => each.Assumption.Text),
            ]),
            ["sources"] = FieldList.Of("sources", () => content.Rules?.Sources ?? [],
            [
                ("title", source => source.Title), ("number", source => source.Number), ("date", source => source.Date), ("address", source => source.Address),
            ]),
            ["layers"] = FieldList.Of("layers", () => LayerNames.All.Where(content.City.Has),
            [
                ("name", layer => layer), ("name_zh", layer => LayerNames.ChineseOf(layer)),
                ("version", layer => DataVersions.OfLayer(content.City, layer, new ParallelOptions())),
            ]),
        };
        return new FieldScope(Values(content), lists);
    }

    private static Dictionary<string, FieldValue> Values(ReportContent content)
    {
        var (head, plan, pack) = (content.Head, content.Plan, content.Rules);
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["report.title"] = content.Title,
            ["report.date"] = head.Date.Length > 0 ? head.Date : "未注明",
            ["report.office"] = head.Office,
            ["report.source"] = head.Source,
            ["report.engine"] = head.Engine,
            ["report.classification"] = content.Classification,
            ["report.disclaimer"] = MeasuredPlan.Disclaimer,
            ["report.coordinate_system"] = BoundaryPointTable.NameOf(Shapes.SurveySystem.Of(content.City.Epsg, content.City.Plane)),
            ["city.name"] = content.City.Name,
            ["city.data_version"] = content.City.DataVersion,
            ["rules.id"] = pack?.Id ?? "未指定 none",
            ["rules.version"] = pack?.Version ?? "",
            ["rules.title_zh"] = pack?.TitleChinese ?? "",
            ["rules.title"] = pack?.Title ?? "",
            ["rules.hash"] = pack?.Hash ?? "",
            ["plan.gap"] = plan?.Gap is { } gap ? new FieldValue($"{(gap * 100).ToString("0.##", CultureInfo.InvariantCulture)} %", gap) : "不给出 not told",
            ["plan.seed"] = plan is null ? "" : plan.Options.Seed.ToString(CultureInfo.InvariantCulture),
            ["total.areas"] = Count(content.Areas.Count),
            ["total.net_area_m2"] = Metres(content.Areas.Sum(area => area.Area.NetArea)),
        };
        foreach (var verdict in RuleWords.WorstFirst)
        {
            values[$"total.{verdict.Wire() ?? "not_applicable"}"] = Count(content.Areas.Sum(area => area.CountOf(verdict)));
        }

        return values;
    }

    /// <summary>A count.</summary>
    internal static FieldValue Count(double value) => new(value.ToString("#,##0", CultureInfo.InvariantCulture), value);

    /// <summary>Square metres; nothing where unknown.</summary>
    internal static FieldValue Metres(double value) =>
        double.IsFinite(value) ? new FieldValue(value.ToString("#,##0", CultureInfo.InvariantCulture), value) : "不详 unknown";
}
