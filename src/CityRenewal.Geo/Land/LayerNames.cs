namespace CityRenewal.Geo.Land;

/// <summary>The names of a city's layers, the same in C#, in the city file, in JSON and on the map.</summary>
public static class LayerNames
{
    /// <summary>Parcels 地块.</summary>
    public const string Parcels = "parcels";

    /// <summary>Buildings 建筑.</summary>
    public const string Buildings = "buildings";

    /// <summary>Urban development boundary 城镇开发边界; kinds concentrated, elastic, special.</summary>
    public const string Udb = "udb";

    /// <summary>Control lines 管控线; kinds ecological_red_line, permanent_basic_farmland, blue_line, green_line, purple_line, yellow_line, flood, geological_hazard.</summary>
    public const string ControlLines = "control_lines";

    /// <summary>Plots of the detailed plan 详细规划地块; kind is the planned land use, numbers far_limit, height_limit_m, density_limit.</summary>
    public const string DetailedPlots = "detailed_plots";

    /// <summary>Historic zones 历史保护范围; kinds core, control, coordination, traditional_style, relic; parent is the historic district.</summary>
    public const string HistoricZones = "historic_zones";

    /// <summary>Protected items 保护对象.</summary>
    public const string ProtectedItems = "protected_items";

    /// <summary>Planning units 规划单元.</summary>
    public const string PlanningUnits = "planning_units";

    /// <summary>Administrative units; kinds district 区县, street 街道, community 社区; parent is the unit above.</summary>
    public const string AdministrativeUnits = "administrative_units";

    /// <summary>
    /// Indicators of the city health check 城市体检指标 by community or block: problems as a text, facilities_shortage in
    /// [0, 1]; kinds community, block or any other; parent is the unit that was checked.
    /// </summary>
    public const string HealthChecks = "health_checks";

    /// <summary>Other divisions of the town that only divide it.</summary>
    public const string Subzones = "subzones";

    /// <summary>Water surfaces 水域.</summary>
    public const string Water = "water";

    /// <summary>Barriers 阻隔: lines of kind river, railway, expressway, arterial.</summary>
    public const string Barriers = "barriers";

    /// <summary>Stations 轨道站点: points, or outlines.</summary>
    public const string Stations = "stations";

    /// <summary>The study area 研究范围, where one is given.</summary>
    public const string StudyArea = "study_area";

    /// <summary>The polygon layers that lie over parcels, in the order of every table and output.</summary>
    public static readonly IReadOnlyList<string> Zones =
    [
        Udb, ControlLines, DetailedPlots, HistoricZones, PlanningUnits, AdministrativeUnits, HealthChecks, Subzones, Water,
        StudyArea,
    ];

    /// <summary>All layers, in the order of every table and output.</summary>
    public static readonly IReadOnlyList<string> All =
        [Parcels, Buildings, .. Zones, ProtectedItems, Barriers, Stations];

    /// <summary>Name of the column that holds a layer's ids.</summary>
    public static string IdColumn(string layer) => layer switch
    {
        Parcels => "parcel_id",
        Buildings => "building_id",
        ProtectedItems => "item_id",
        Barriers => "barrier_id",
        Stations => "station_id",
        _ => "zone_id",
    };

    /// <summary>The further columns of zones that hold texts, beside their names; empty for most layers.</summary>
    public static IReadOnlyList<string> TextColumns(string layer) => layer == HealthChecks ? ["problems"] : [];

    /// <summary>A layer's name in Chinese, for messages.</summary>
    public static string ChineseOf(string layer) => layer switch
    {
        Parcels => "地块",
        Buildings => "建筑",
        Udb => "城镇开发边界",
        ControlLines => "管控线",
        DetailedPlots => "详细规划地块",
        HistoricZones => "历史保护范围",
        ProtectedItems => "保护对象",
        PlanningUnits => "规划单元",
        AdministrativeUnits => "行政单元",
        HealthChecks => "城市体检指标",
        Subzones => "分区",
        Water => "水域",
        Barriers => "阻隔",
        Stations => "轨道站点",
        StudyArea => "研究范围",
        _ => layer,
    };
}
