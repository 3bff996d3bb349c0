using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Checks;
using CityRenewal.Geo.Stores.GeoPackage.Plans;

namespace CityRenewal.Geo.Stores.GeoPackage.Styles;

/// <summary>How a layer looks in QGIS: one symbol, or one per value of an expression.</summary>
/// <param name="Classes">The symbols; the one with the value "" draws every other value.</param>
internal sealed record LayerStyle(IReadOnlyList<StyleClass> Classes)
{
    private const string AgeAndDanger =
        "CASE WHEN danger_grade IN ('C','D') THEN danger_grade WHEN year_built IS NULL THEN '' "
        + "WHEN year_built < 1980 THEN '1' WHEN year_built < 2000 THEN '2' ELSE '3' END";

    private const string Handling = "CASE WHEN demolition_kind IN ('exempt','elective_candidate') THEN demolition_kind ELSE disposition END";

    private const string Shortage =
        "CASE WHEN facilities_shortage IS NULL THEN '' WHEN facilities_shortage >= 0.6 THEN '3' "
        + "WHEN facilities_shortage >= 0.3 THEN '2' ELSE '1' END";

    private static readonly IReadOnlyDictionary<string, LayerStyle> Known = new Dictionary<string, LayerStyle>
    {
        [LayerNames.Parcels] = Single(StyleSymbol.Fill("#fbf9f4", 0.35, "#8a8578", 0.1)),
        [LayerNames.Buildings] = By(AgeAndDanger,
            new("D", "D 级危房 Grade D", StyleSymbol.Fill("#b2182b", 1, "#67000d", 0.1)),
            new("C", "C 级危房 Grade C", StyleSymbol.Fill("#ef8a62", 1, "#8c2d04", 0.1)),
            new("1", "1980 年前 Before 1980", StyleSymbol.Fill("#fdcc8a", 1, "#8c6d31", 0.1)),
            new("2", "1980–1999", StyleSymbol.Fill("#fef0d9", 1, "#8c7d5a", 0.1)),
            new("3", "2000 年后 2000 and later", StyleSymbol.Fill("#d1e5f0", 1, "#5a7a8c", 0.1)),
            new("", "年代不详 Year unknown", StyleSymbol.Fill("#d9d9d9", 1, "#737373", 0.1))),
        [LayerNames.Udb] = By("kind",
            new("concentrated", "集中建设区 Concentrated", StyleSymbol.Outline("#d7191c", 1.0)),
            new("elastic", "弹性发展区 Elastic", StyleSymbol.Outline("#fd8d3c", 0.8)),
            new("special", "特别用途区 Special", StyleSymbol.Outline("#8856a7", 0.8)),
            new("", "城镇开发边界 Boundary", StyleSymbol.Outline("#d7191c", 1.0))),
        [LayerNames.ControlLines] = By("kind",
            new("ecological_red_line", "生态保护红线 Ecological red line", StyleSymbol.Fill("#1b7837", 0.25, "#1b7837", 0.5)),
            new("permanent_basic_farmland", "永久基本农田 Farmland", StyleSymbol.Fill("#dfc27d", 0.35, "#a6611a", 0.5)),
            new("blue_line", "蓝线 Blue line", StyleSymbol.Outline("#2166ac", 0.5)),
            new("green_line", "绿线 Green line", StyleSymbol.Outline("#33a02c", 0.5)),
            new("purple_line", "紫线 Purple line", StyleSymbol.Outline("#762a83", 0.5)),
            new("yellow_line", "黄线 Yellow line", StyleSymbol.Outline("#e6ab02", 0.5)),
            new("flood", "洪涝 Flood", StyleSymbol.Fill("#67a9cf", 0.3, "#2166ac", 0.3)),
            new("geological_hazard", "地质灾害 Geological hazard", StyleSymbol.Fill("#8c510a", 0.3, "#543005", 0.3)),
            new("", "其他 Other", StyleSymbol.Outline("#666666", 0.4))),
        [LayerNames.DetailedPlots] = Single(StyleSymbol.Outline("#6a51a3", 0.25)),
        [LayerNames.HistoricZones] = By("kind",
            new("core", "核心保护范围 Core protection", StyleSymbol.Fill("#7a0177", 0.35, "#7a0177", 0.6)),
            new("control", "建设控制地带 Construction control", StyleSymbol.Fill("#c51b8a", 0.2, "#c51b8a", 0.4)),
            new("coordination", "环境协调区 Environment coordination", StyleSymbol.Fill("#f768a1", 0.15, "#f768a1", 0.3)),
            new("traditional_style", "传统风貌区 Traditional style", StyleSymbol.Fill("#bf812d", 0.25, "#8c510a", 0.4)),
            new("relic", "文物保护范围 Relic protection", StyleSymbol.Outline("#7a0177", 0.6)),
            new("", "其他 Other", StyleSymbol.Outline("#c51b8a", 0.4))),
        [LayerNames.PlanningUnits] = Single(StyleSymbol.Outline("#4d4d4d", 0.5)),
        [LayerNames.AdministrativeUnits] = By("kind",
            new("district", "区县 District", StyleSymbol.Outline("#000000", 0.8)),
            new("street", "街道 Street", StyleSymbol.Outline("#404040", 0.5)),
            new("community", "社区 Community", StyleSymbol.Outline("#808080", 0.3)),
            new("", "其他 Other", StyleSymbol.Outline("#808080", 0.3))),
        [LayerNames.HealthChecks] = By(Shortage,
            new("3", "设施缺口 ≥ 60% Facilities short", StyleSymbol.Fill("#d7301f", 0.3, "#7f0000", 0.3)),
            new("2", "设施缺口 30–60%", StyleSymbol.Fill("#fc8d59", 0.25, "#7f0000", 0.3)),
            new("1", "设施缺口 < 30%", StyleSymbol.Fill("#fef0d9", 0.25, "#7f0000", 0.3)),
            new("", "缺口不详 Shortage unknown", StyleSymbol.Outline("#969696", 0.4))),
        [LayerNames.Subzones] = Single(StyleSymbol.Outline("#999999", 0.4)),
        [LayerNames.Water] = Single(StyleSymbol.Fill("#a6cee3", 0.8, "#5b9bc0", 0.2)),
        [LayerNames.StudyArea] = Single(StyleSymbol.Outline("#e31a1c", 0.8)),
        [LayerNames.Stations] = Single(StyleSymbol.Fill("#e7298a", 0.9, "#67001f", 0.3)),
        [LayerNames.ProtectedItems] = Single(StyleSymbol.Fill("#54278f", 0.9, "#3f007d", 0.3)),
        [PlanLayers.RenewalAreas] = Single(StyleSymbol.Outline("#cc0000", 1.2)) with { Label = "area_id" },
        [PlanLayers.AreaParcels] = Single(StyleSymbol.Fill("#fdae61", 0.35, "#b35806", 0.15)),
        [ReasonLayer.Name] = By("reason", ReasonStyle.Classes),
        [PlanLayers.Dispositions] = By(Handling,
            new("retain", "保留 Retain", StyleSymbol.Fill("#4daf4a", 0.9, "#2d6a2b", 0.1)),
            new("renovate", "改造 Renovate", StyleSymbol.Fill("#377eb8", 0.9, "#1f4a6e", 0.1)),
            new("exempt", "拆除(不计入比例) Demolish, exempt", StyleSymbol.Fill("#984ea3", 0.9, "#5b2e62", 0.1)),
            new("elective_candidate", "拟拆候选 Elective candidate", StyleSymbol.Fill("#e41a1c", 0.9, "#7f0e10", 0.1)),
            new("", "其他 Other", StyleSymbol.Fill("#bdbdbd", 0.9, "#636363", 0.1))),
        [FindingLayer.Name] = By("verdict",
            new("fail", "不符合或超出 Not kept", StyleSymbol.Fill("#d7191c", 0.45, "#a50f15", 0.8)),
            new("needs_approval", "须经同意 Needs approval", StyleSymbol.Fill("#fd8d3c", 0.4, "#b35806", 0.7)),
            new("marginal", "误差之内 Within the error", StyleSymbol.Fill("#fee08b", 0.5, "#b08d00", 0.6)),
            new("unknown", "依据不足 Unknown", StyleSymbol.Outline("#7b7b7b", 0.5)),
            new("pass", "符合 Kept", StyleSymbol.Outline("#1a9850", 0.4)),
            new("", "不适用 Not applicable", StyleSymbol.Outline("#c8c8c8", 0.3))),
        [DefectLayers.Places] = By("severity",
            new("error", "错误 Error", StyleSymbol.Fill("#e31a1c", 1, "#67000d", 0.3)),
            new("warning", "警告 Warning", StyleSymbol.Fill("#ff9f1c", 1, "#8c510a", 0.3)),
            new("note", "提示 Note", StyleSymbol.Fill("#74add1", 1, "#2b5c8a", 0.2)),
            new("", "其他 Other", StyleSymbol.Fill("#bdbdbd", 1, "#636363", 0.2))),
        [DefectLayers.Lands] = By("code",
            new("overlap", "重叠 Overlap", StyleSymbol.Fill("#e31a1c", 0.5, "#99000d", 0.4)),
            new("gap", "窄缝 Gap", StyleSymbol.Fill("#1f78b4", 0.5, "#08306b", 0.4)),
            new("", "其他 Other", StyleSymbol.Fill("#984ea3", 0.4, "#5b2e62", 0.4))),
        [LayerNames.Barriers] = By("kind",
            new("river", "河流 River", StyleSymbol.Line("#1f78b4", 1.2)),
            new("railway", "铁路 Railway", StyleSymbol.Line("#252525", 0.8)),
            new("expressway", "快速路 Expressway", StyleSymbol.Line("#e31a1c", 0.9)),
            new("arterial", "主干路 Arterial", StyleSymbol.Line("#ff7f00", 0.6)),
            new("", "其他 Other", StyleSymbol.Line("#969696", 0.5))),
    };

    /// <summary>What the classes are told apart by: a column or an expression; null where there is one symbol only.</summary>
    internal string? Attribute { get; private init; }

    /// <summary>The column whose text is written on every feature; null writes none.</summary>
    internal string? Label { get; private init; }

    /// <summary>The style of a layer whose column has this type; null where we have none.</summary>
    internal static LayerStyle? Find(string layer, string geometryType)
    {
        var style = Known.GetValueOrDefault(layer);
        return style is not null && geometryType.EndsWith("POINT", StringComparison.Ordinal)
            ? style with { Classes = [.. style.Classes.Select(entry => entry with { Symbol = entry.Symbol with { Type = "marker" } })] }
            : style;
    }

    internal static LayerStyle Single(StyleSymbol symbol) => new([new StyleClass("", "", symbol)]);

    internal static LayerStyle By(string attribute, params StyleClass[] classes) => new(classes) { Attribute = attribute };

    internal string ToQml() => Qml.Of(this);
}

/// <summary>One entry of a legend.</summary>
internal sealed record StyleClass(string Value, string Label, StyleSymbol Symbol);
