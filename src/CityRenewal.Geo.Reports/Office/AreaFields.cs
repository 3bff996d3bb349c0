using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>The lists of a report: areas, and of them findings, dispositions, buildings, measures and boundary points.</summary>
internal sealed class AreaFields(ReportContent content)
{
    private readonly AreaFigure _figure = new(content);
    private readonly Disclosure _disclosure = content.Disclosure;
    private readonly SurveySystem _survey = SurveySystem.Of(content.City.Epsg, content.City.Plane);

    public FieldList Areas() => FieldList.Of("areas", () => content.Areas,
    [
        ("id", area => area.Id),
        ("unit", area => area.Unit),
        ("categories_zh", area => area.Profile is { } profile ? string.Join("、", profile.Categories.Labels.Select(label => label.Definition.TitleChinese)) : ""),
        ("map", Map),
        ("parcels", area => Count(area.Area.Parcels.Count)),
        ("need", area => area.Area.Need is { } need ? new FieldValue(need.ToString("0.00", CultureInfo.InvariantCulture), need) : "未知 unknown"),
        .. RuleWords.WorstFirst.Select(verdict => (verdict.Wire() ?? "not_applicable", (Func<ReportArea, FieldValue>)(area => ReportFields.Count(area.CountOf(verdict))))),
        .. AreaMeasures.Names.Select(name => (name.Wire, (Func<ReportArea, FieldValue>)(area => Measure(area, name)))),
    ], OfArea);

    public FieldList Findings(IReadOnlyList<ReportArea> areas) => FieldList.Of("findings", () =>
        areas.SelectMany(area => NumberedFinding.Of(area, _disclosure)),
    [
        ("number", each => ReportFields.Count(each.Number)),
        ("area", each => each.Finding.Area),
        ("project", each => each.Finding.Project ?? ""),
        ("rule", each => each.Finding.Rule.Title),
        ("rule_zh", each => each.Finding.Rule.TitleChinese),
        ("verdict", each => each.Finding.Verdict.Wire() ?? "not_applicable"),
        ("wording", each => each.Finding.Wording),
        ("wording_zh", each => each.Finding.WordingChinese),
        ("measured", each => Measured(each.Finding).Text),
        ("measured_value", each => Measured(each.Finding)),
        ("limit", each => new FieldValue(FindingText.Limit(each.Finding))),
        ("citation", each => content.Rules is { } pack ? FindingText.Cited(pack, each.Finding.Rule.Citation) : ""),
        ("reason_zh", each => each.Finding.WhyNot?.TextChinese ?? ""),
        ("reason", each => each.Finding.WhyNot?.Text ?? ""),
        ("assumptions_zh", each => string.Join(" ", each.Finding.Assumptions.Select(assumption => assumption.TextChinese))),
    ]);

    public FieldList Dispositions(IReadOnlyList<ReportArea> areas) => FieldList.Of("dispositions", () =>
        areas.Where(area => area.HasDispositions).SelectMany(area => Rows(area)),
    [
        ("area", each => each.Area),
        ("kind_zh", each => each.Row.Chinese),
        ("kind", each => each.Row.English),
        ("buildings", each => each.IsHidden && !_disclosure.Hides(each.Row.Buildings) ? "≥3" : Count(each.Row.Buildings)),
        ("floor_area_m2", each => each.IsHidden ? Disclosure.Withheld : ReportFields.Metres(each.Row.FloorArea.Value)),
        ("demolished_m2", each => each.IsHidden ? Disclosure.Withheld : ReportFields.Metres(each.Row.Going.Value)),
    ]);

    public FieldList Buildings(IReadOnlyList<ReportArea> areas) => FieldList.Of("buildings", () => content.Head.IsPublic ? [] :
        from area in areas
        from building in area.Stock.Buildings
        let proposed = area.Area.Dispositions.FirstOrDefault(each => each.Building == building.Row)
        select (area.Id, Building: building, Proposed: proposed),
    [
        ("area", each => each.Id),
        ("id", each => content.City.Buildings.Ids[each.Building.Row]),
        ("disposition_zh", each => DispositionTable.KindOf(each.Proposed).Chinese),
        ("disposition", each => DispositionTable.KindOf(each.Proposed).English),
        ("reason", each => each.Proposed?.Reason ?? ""),
        ("floor_area_m2", each => ReportFields.Metres(each.Building.FloorArea.Value)),
        ("demolished_m2", each => ReportFields.Metres(each.Building.FloorArea.Value * (each.Building.Elective + each.Building.Exempt))),
        ("year_built", each => content.City.Buildings.YearBuilt[each.Building.Row] is var year && year == Unknown.Integer ? "不详" : new FieldValue(year.ToString(CultureInfo.InvariantCulture), year)),
        ("danger_grade", each => content.City.Buildings.DangerGrades[each.Building.Row] is var grade && grade == DangerGrade.Unknown ? "未鉴定" : grade.ToString()),
    ]);

    public FieldList Points(IReadOnlyList<ReportArea> areas) => FieldList.Of("points", () => content.Head.IsPublic ? [] :
        areas.SelectMany(area => BoundaryPointTable.Of(area.Area.Outline, _survey).Select(point => (area.Id, Point: point))),
    [
        ("area", each => each.Id),
        ("name", each => each.Point.Name),
        ("ring", each => ReportFields.Count(each.Point.Ring)),
        ("kind_zh", each => each.Point.IsHole ? "洞" : "外环"),
        ("x", each => Coordinate(each.Point.X)),
        ("y", each => Coordinate(each.Point.Y)),
        ("side_m", each => each.Point.Side is { } side ? new FieldValue(side.ToString("0.00", CultureInfo.InvariantCulture), Math.Round(side, 2)) : ""),
    ]);

    public FieldList Measures(IReadOnlyList<ReportArea> areas) => FieldList.Of("measures", () =>
        from area in areas
        from measure in area.Measures.All
        where _disclosure.Lists(measure.Name.Wire)
        select (Area: area, measure.Name),
    [
        ("area", each => each.Area.Id),
        ("name", each => each.Name.Wire),
        ("name_zh", each => each.Name.Chinese),
        ("value", each => Measure(each.Area, each.Name)),
    ]);

    private Dictionary<string, FieldList> OfArea(ReportArea area) => new(StringComparer.Ordinal)
    {
        ["findings"] = Findings([area]), ["dispositions"] = Dispositions([area]), ["buildings"] = Buildings([area]),
        ["points"] = Points([area]), ["measures"] = Measures([area]),
    };

    private FieldValue Map(ReportArea area) => area.Area.Outline.X.Length == 0
        ? "无图 no map"
        : new FieldValue("", null, () => _figure.PictureOf(area, NumberedFinding.Of(area, _disclosure)));

    private IEnumerable<(string Area, DispositionRow Row, bool IsHidden)> Rows(ReportArea area)
    {
        var rows = DispositionTable.Of(area);
        var isHidden = rows.Any(row => _disclosure.Hides(row.Buildings));
        return rows.Select(row => (area.Id, row, isHidden));
    }

    private FieldValue Count(int count) => _disclosure.Hides(count) ? _disclosure.Count(count) : ReportFields.Count(count);

    private FieldValue Measured(Finding finding) => finding.Rule.Test is AllOfTest ? "–" : _disclosure.Tells(finding)
        ? new FieldValue(FindingText.Measured(finding), finding.Judgement.Measured.Value)
        : Disclosure.Withheld;

    private FieldValue Measure(ReportArea area, MeasureName name)
    {
        var measured = area.Measures[name.Wire];
        return !_disclosure.Lists(name.Wire) || !_disclosure.Tells(name.Wire, area.Stock.Buildings.Count) ? Disclosure.Withheld
            : name.Unit == MeasureUnit.Count && _disclosure.Hides(measured.Value ?? 0) ? _disclosure.Count(measured.Value!.Value)
            : new FieldValue(MeasureText.Of(name, measured), measured.Value);
    }

    private static FieldValue Coordinate(double metres) => new(metres.ToString("0.000", CultureInfo.InvariantCulture), metres);
}
