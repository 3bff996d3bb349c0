using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>The heritage office: lines that say neither system nor encoding, buildings under a field name cut to ten bytes.</summary>
internal static class HeritageOffice
{
    /// <summary>Historic protection lines.</summary>
    public static OfficeFile Lines(SourceLayer zones)
    {
        var layer = OfficeLayer.Of("LSWHBHX", Bend.Epsg, zones.Shapes,
        [
            OfficeLayer.Renamed(zones, "zone_id", "BSM"),
            OfficeLayer.Text("BHXLX", OfficeLayer.RowsOf(zones).Select(row => Kind(zones.Column("kind")!.TextOf(row)))),
            OfficeLayer.Renamed(zones, "name", "BHXMC"),
            OfficeLayer.Renamed(zones, "parent_id", "所属街区"),
            OfficeLayer.Renamed(zones, "max_height_m", "限高"),
        ]);
        return new OfficeFile("LSWHBHX.shp", OfficeFormat.Shapefile, [layer]) { SaysSystem = false };
    }

    /// <summary>Protected items; building_id is one byte too long for a .dbf.</summary>
    public static OfficeFile Buildings(SourceLayer items)
    {
        var layer = OfficeLayer.Of("lishi_jianzhu", Bend.Epsg, items.Shapes,
        [
            OfficeLayer.Renamed(items, "item_id", "hist_id"),
            OfficeLayer.Renamed(items, "building_id", "building_id"),
            OfficeLayer.Text("类别", OfficeLayer.RowsOf(items).Select(row => ItemKind(items.Column("kind")!.TextOf(row)))),
        ]);
        return new OfficeFile("lishi_jianzhu.shp", OfficeFormat.Shapefile, [layer]) { SaysEncoding = true };
    }

    private static string Kind(string word) => word switch
    {
        "core" => "核心保护范围",
        "control" => "建设控制地带",
        _ => "传统风貌区",
    };

    private static string ItemKind(string word) => word switch
    {
        "historic_building" => "历史建筑",
        "traditional_building" => "传统风貌建筑",
        "immovable_relic" => "不可移动文物",
        _ => "古树名木",
    };
}
