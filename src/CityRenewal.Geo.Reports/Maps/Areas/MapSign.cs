using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>How one kind of thing is drawn, and what the legend calls it in both languages.</summary>
/// <param name="Label">Chinese and English.</param>
/// <param name="Attributes">Fill and stroke of a path in SVG.</param>
internal sealed record MapSign(string Label, string Attributes)
{
    public static readonly MapSign Area = new("片区范围 area outline", "fill=\"none\" stroke=\"#5a1a6b\" stroke-width=\"3.2\"");
    public static readonly MapSign Member = new("片区地块 parcel of the area", "fill=\"#fffaf0\" stroke=\"#8f8672\" stroke-width=\"0.7\"");
    public static readonly MapSign Neighbour = new("周边地块 neighbour", "fill=\"#f1f0ed\" stroke=\"#d6d3cc\" stroke-width=\"0.6\"");
    public static readonly MapSign NeighbourBuilding = new("周边建筑 building around", "fill=\"#d3d1cc\" stroke=\"#bdbab3\" stroke-width=\"0.4\"");
    public static readonly MapSign Water = new("水域 water", $"fill=\"{MapStyle.Water}\"");
    public static readonly MapSign Unit = new("规划单元 planning unit", $"fill=\"none\" stroke=\"{MapStyle.Unit}\" stroke-width=\"1.4\" stroke-dasharray=\"3 4\"");
    public static readonly MapSign Protected = new("保护对象 protected item", "fill=\"#54278f\" stroke=\"#ffffff\" stroke-width=\"1\"");
    public static readonly MapSign Evidence = new("发现所在 place of a finding", "fill=\"none\" stroke=\"#d7191c\" stroke-width=\"2\" stroke-dasharray=\"5 3\"");

    /// <summary>A building of the area by what is proposed for it; the words and colours of the plan file.</summary>
    public static MapSign Of(BuildingDisposition proposed) => (proposed.Demolition, proposed.Disposition) switch
    {
        (DemolitionKind.Exempt, _) => new("拆除（不计入比例） demolish, exempt", "fill=\"#984ea3\" stroke=\"#5b2e62\" stroke-width=\"0.6\""),
        (DemolitionKind.ElectiveCandidate, _) => new("拟拆候选 elective candidate", "fill=\"#e41a1c\" stroke=\"#7f0e10\" stroke-width=\"0.6\""),
        (_, Disposition.Renovate) => new("改造 renovate", "fill=\"#6aa5d8\" stroke=\"#1f4a6e\" stroke-width=\"0.6\""),
        (_, Disposition.Demolish) => new("拆除 demolish", "fill=\"#e41a1c\" stroke=\"#7f0e10\" stroke-width=\"0.6\""),
        _ => new("保留 retain", "fill=\"#8fca8c\" stroke=\"#2d6a2b\" stroke-width=\"0.6\""),
    };

    /// <summary>A zone of a layer by its kind; null for layers that a sheet does not show.</summary>
    public static MapSign? Of(string layer, string kind) => (layer, kind) switch
    {
        (LayerNames.Udb, "elastic") => new("城镇弹性发展区 UDB, elastic", "fill=\"#fd8d3c\" fill-opacity=\"0.10\" stroke=\"#fd8d3c\" stroke-width=\"2\" stroke-dasharray=\"12 4 2 4\""),
        (LayerNames.Udb, "special") => new("特别用途区 UDB, special use", "fill=\"#8856a7\" fill-opacity=\"0.10\" stroke=\"#8856a7\" stroke-width=\"2\" stroke-dasharray=\"12 4 2 4\""),
        (LayerNames.Udb, _) => new("城镇开发边界 UDB", $"fill=\"none\" stroke=\"{MapStyle.Udb}\" stroke-width=\"2.4\" stroke-dasharray=\"12 4 2 4\""),
        (LayerNames.HistoricZones, "core") => new("核心保护范围 historic core", "fill=\"#c98b6b\" fill-opacity=\"0.40\" stroke=\"#8a4f30\" stroke-width=\"1.4\""),
        (LayerNames.HistoricZones, "control") => new("建设控制地带 construction control", "fill=\"#e7c6ae\" fill-opacity=\"0.40\" stroke=\"#b98a66\" stroke-width=\"1\""),
        (LayerNames.HistoricZones, "coordination") => new("环境协调区 environment coordination", "fill=\"#f3e2d3\" fill-opacity=\"0.5\" stroke=\"#cdb49c\" stroke-width=\"0.8\""),
        (LayerNames.HistoricZones, "traditional_style") => new("传统风貌区 traditional style", "fill=\"#bf812d\" fill-opacity=\"0.22\" stroke=\"#8c510a\" stroke-width=\"1\""),
        (LayerNames.HistoricZones, _) => new("文物等保护范围 relic and other protection", "fill=\"none\" stroke=\"#7a0177\" stroke-width=\"1.4\""),
        (LayerNames.ControlLines, "ecological_red_line") => new("生态保护红线 ecological red line", "fill=\"#1b7837\" fill-opacity=\"0.22\" stroke=\"#1b7837\" stroke-width=\"1.2\""),
        (LayerNames.ControlLines, "permanent_basic_farmland") => new("永久基本农田 basic farmland", "fill=\"#dfc27d\" fill-opacity=\"0.35\" stroke=\"#a6611a\" stroke-width=\"1.2\""),
        (LayerNames.ControlLines, "blue_line") => new("蓝线 blue line", "fill=\"none\" stroke=\"#2166ac\" stroke-width=\"1.6\""),
        (LayerNames.ControlLines, "green_line") => new("绿线 green line", "fill=\"#33a02c\" fill-opacity=\"0.14\" stroke=\"#33a02c\" stroke-width=\"1.6\""),
        (LayerNames.ControlLines, "purple_line") => new("紫线 purple line", "fill=\"none\" stroke=\"#762a83\" stroke-width=\"1.6\""),
        (LayerNames.ControlLines, "yellow_line") => new("黄线 yellow line", "fill=\"none\" stroke=\"#e6ab02\" stroke-width=\"1.6\""),
        (LayerNames.ControlLines, "flood") => new("洪涝风险 flood risk", "fill=\"#67a9cf\" fill-opacity=\"0.22\" stroke=\"#2166ac\" stroke-width=\"0.8\" stroke-dasharray=\"2 2\""),
        (LayerNames.ControlLines, "geological_hazard") => new("地质灾害 geological hazard", "fill=\"#8c510a\" fill-opacity=\"0.2\" stroke=\"#543005\" stroke-width=\"0.8\" stroke-dasharray=\"2 2\""),
        (LayerNames.ControlLines, _) => new("其他管控线 other control line", "fill=\"none\" stroke=\"#666666\" stroke-width=\"1\""),
        (LayerNames.PlanningUnits, _) => Unit,
        (LayerNames.Water, _) => Water,
        _ => null,
    };

    /// <summary>A barrier by its kind.</summary>
    public static MapSign OfBarrier(string kind) => kind switch
    {
        "railway" => new("铁路 railway", $"fill=\"none\" stroke=\"{MapStyle.Rail}\" stroke-width=\"2.4\" stroke-dasharray=\"9 5\""),
        "river" => new("河流 river", "fill=\"none\" stroke=\"#7fb2d0\" stroke-width=\"3\""),
        "expressway" => new("快速路 expressway", "fill=\"none\" stroke=\"#d8b26a\" stroke-width=\"4.5\""),
        _ => new("主干路 arterial road", "fill=\"none\" stroke=\"#d9b95c\" stroke-width=\"3.4\""),
    };
}
