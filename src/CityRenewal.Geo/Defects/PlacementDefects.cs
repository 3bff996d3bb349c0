namespace CityRenewal.Geo.Defects;

/// <summary>What can be wrong with where a whole layer lies.</summary>
public static class PlacementDefects
{
    /// <summary>The layer is in coordinates of an online map.</summary>
    public static readonly DefectKind OnlineMapCoordinates = new(
        "online_map_coordinates",
        Severity.Error,
        "The layer is in GCJ-02 coordinates of an online map, or BD-09, and not in those of a survey",
        "图层采用网络地图坐标(GCJ-02 火星坐标或 BD-09 百度坐标),不是测绘坐标",
        "Ask its source for the layer in CGCS2000: online maps move every place by some hundred metres, and nothing is measured in them.",
        "请向数据提供方索取 CGCS2000 坐标的图层:网络地图坐标经加偏处理,偏移数百米,不得用于量测。");

    /// <summary>The layer lies beside the parcels as a whole.</summary>
    public static readonly DefectKind LayerShifted = new(
        "layer_shifted",
        Severity.Error,
        "The whole layer lies beside the parcels that it belongs on",
        "图层相对地块整体偏移",
        "Ask its source for its datum: Xian 1980 and Beijing 1954 read as CGCS2000 lie tens of metres to over a hundred beside it.",
        "请向数据提供方核实坐标基准:将西安80或北京54坐标当作 CGCS2000 读取会偏移数十米至百余米。");
}
