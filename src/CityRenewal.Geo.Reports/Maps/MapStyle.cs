namespace CityRenewal.Geo.Reports.Maps;

/// <summary>The colours of every map, the same on screen, in reports and in QGIS.</summary>
internal static class MapStyle
{
    public const string Paper = "#fbfaf6";
    public const string Parcel = "#efece3";
    public const string ParcelEdge = "#cfc8b8";
    public const string Water = "#b9d6e6";
    public const string Green = "#d5e3c1";
    public const string Ecological = "#a9c796";
    public const string Core = "#c98b6b";
    public const string Control = "#e7c6ae";
    public const string Udb = "#d4572a";
    public const string Unit = "#8a8f98";
    public const string Rail = "#4a4a4a";
    public const string Arterial = "#ffffff";
    public const string AreaFill = "#7b2d8b";
    public const string AreaEdge = "#5a1a6b";
    public const string Ink = "#2b2b2b";
    public const string Font = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";

    /// <summary>Buildings from new to old, then unknown.</summary>
    public static readonly (string Colour, string Label)[] BuildingAges =
    [
        ("#b9bcc2", "建成不足20年 under 20 years"),
        ("#c9a66b", "20–40年 20 to 40 years"),
        ("#a8552b", "40年以上 over 40 years"),
        ("#dcdcdc", "年代不详 year unknown"),
    ];
}
