using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>How one kind of thing is drawn, and what the legend calls it in both languages.</summary>
/// <param name="Label">Chinese and English.</param>
/// <param name="Attributes">Fill and stroke of a path in SVG.</param>
internal sealed record MapSign(string Label, string Attributes)
{
    public static readonly MapSign Area = Line("片区范围 area outline", "#5a1a6b", 3.2);
    public static readonly MapSign Member = Fill("片区地块 parcel of the area", "#fffaf0", "#8f8672", 0.7);
    public static readonly MapSign Neighbour = Fill("周边地块 neighbour", "#f1f0ed", "#d6d3cc", 0.6);
    public static readonly MapSign NeighbourBuilding = Fill("周边建筑 building around", "#d3d1cc", "#bdbab3", 0.4);
    public static readonly MapSign PlainBuilding = Fill("片区建筑 building of the area", "#b9b2a4", "#6f6859", 0.6);
    public static readonly MapSign Water = new("水域 water", $"fill=\"{MapStyle.Water}\"");
    public static readonly MapSign Unit = Line("规划单元 planning unit", MapStyle.Unit, 1.4, "3 4");
    public static readonly MapSign Protected = Fill("保护对象 protected item", "#54278f", "#ffffff", 1);
    public static readonly MapSign Station = Fill("轨道站点 station", "#e7298a", "#ffffff", 1);
    public static readonly MapSign Evidence = Line("发现所在 place of a finding", "#d7191c", 2, "5 3");

    /// <summary>A building of the area by what is proposed for it; the words and colours of the plan file.</summary>
    public static MapSign Of(BuildingDisposition proposed) => (proposed.Demolition, proposed.Disposition) switch
    {
        (DemolitionKind.Exempt, _) => Fill("拆除（不计入比例） demolish, exempt", "#984ea3", "#5b2e62", 0.6),
        (DemolitionKind.ElectiveCandidate, _) => Fill("拟拆候选 elective candidate", "#e41a1c", "#7f0e10", 0.6),
        (_, Disposition.Renovate) => Fill("改造 renovate", "#6aa5d8", "#1f4a6e", 0.6),
        (_, Disposition.Demolish) => Fill("拆除 demolish", "#e41a1c", "#7f0e10", 0.6),
        _ => Fill("保留 retain", "#8fca8c", "#2d6a2b", 0.6),
    };

    /// <summary>A zone of a layer by its kind; null for layers that a sheet does not show.</summary>
    public static MapSign? Of(string layer, string kind) => (layer, kind) switch
    {
        (LayerNames.Udb, "elastic") => Veil("城镇弹性发展区 UDB, elastic", "#fd8d3c", 0.10, "#fd8d3c", 2, "12 4 2 4"),
        (LayerNames.Udb, "special") => Veil("特别用途区 UDB, special use", "#8856a7", 0.10, "#8856a7", 2, "12 4 2 4"),
        (LayerNames.Udb, _) => Line("城镇开发边界 UDB", MapStyle.Udb, 2.4, "12 4 2 4"),
        (LayerNames.HistoricZones, "core") => Veil("核心保护范围 historic core", "#c98b6b", 0.40, "#8a4f30", 1.4),
        (LayerNames.HistoricZones, "control") => Veil("建设控制地带 construction control", "#e7c6ae", 0.40, "#b98a66", 1),
        (LayerNames.HistoricZones, "coordination") => Veil("环境协调区 environment coordination", "#f3e2d3", 0.5, "#cdb49c", 0.8),
        (LayerNames.HistoricZones, "traditional_style") => Veil("传统风貌区 traditional style", "#bf812d", 0.22, "#8c510a", 1),
        (LayerNames.HistoricZones, _) => Line("文物等保护范围 relic and other protection", "#7a0177", 1.4),
        (LayerNames.ControlLines, "ecological_red_line") => Veil("生态保护红线 ecological red line", "#1b7837", 0.22, "#1b7837", 1.2),
        (LayerNames.ControlLines, "permanent_basic_farmland") => Veil("永久基本农田 basic farmland", "#dfc27d", 0.35, "#a6611a", 1.2),
        (LayerNames.ControlLines, "blue_line") => Line("蓝线 blue line", "#2166ac", 1.6),
        (LayerNames.ControlLines, "green_line") => Veil("绿线 green line", "#33a02c", 0.14, "#33a02c", 1.6),
        (LayerNames.ControlLines, "purple_line") => Line("紫线 purple line", "#762a83", 1.6),
        (LayerNames.ControlLines, "yellow_line") => Line("黄线 yellow line", "#e6ab02", 1.6),
        (LayerNames.ControlLines, "flood") => Veil("洪涝风险 flood risk", "#67a9cf", 0.22, "#2166ac", 0.8, "2 2"),
        (LayerNames.ControlLines, "geological_hazard") => Veil("地质灾害 geological hazard", "#8c510a", 0.2, "#543005", 0.8, "2 2"),
        (LayerNames.ControlLines, _) => Line("其他管控线 other control line", "#666666", 1),
        (LayerNames.PlanningUnits, _) => Unit,
        (LayerNames.Water, _) => Water,
        _ => null,
    };

    /// <summary>A barrier by its kind.</summary>
    public static MapSign OfBarrier(string kind) => kind switch
    {
        "railway" => Line("铁路 railway", MapStyle.Rail, 2.4, "9 5"),
        "river" => Line("河流 river", "#7fb2d0", 3),
        "expressway" => Line("快速路 expressway", "#d8b26a", 4.5),
        _ => Line("主干路 arterial road", "#d9b95c", 3.4),
    };

    private static MapSign Line(string label, string stroke, double width, string dashes = "") =>
        new(label, $"fill=\"none\" {Stroke(stroke, width, dashes)}");

    private static MapSign Fill(string label, string fill, string stroke, double width) =>
        new(label, $"fill=\"{fill}\" {Stroke(stroke, width, "")}");

    // What lies below stays to be seen.
    private static MapSign Veil(string label, string fill, double opacity, string stroke, double width, string dashes = "") =>
        new(label, string.Create(CultureInfo.InvariantCulture, $"fill=\"{fill}\" fill-opacity=\"{opacity}\" {Stroke(stroke, width, dashes)}"));

    private static string Stroke(string colour, double width, string dashes) => string.Create(
        CultureInfo.InvariantCulture,
        $"stroke=\"{colour}\" stroke-width=\"{width}\"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}");
}
