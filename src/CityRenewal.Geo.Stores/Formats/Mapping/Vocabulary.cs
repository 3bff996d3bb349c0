using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The words that columns know, and what offices write for them. A mapping's `values` come before these.</summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, (string Word, string[] Written)[]> Columns = new()
    {
        ["parcels.rights_position"] = [("surface", ["地表", "地面"]), ("above", ["地上"]), ("underground", ["地下"])],
        ["parcels.lock"] = [("free", []), ("in", []), ("out", [])],
        ["buildings.danger_grade"] =
        [
            ("A", ["A级", "A级房屋", "一级", "1级", "Ⅰ级", "I级", "Ⅰ", "一"]), ("B", ["B级", "B级房屋", "二级", "2级", "Ⅱ级", "II级", "Ⅱ", "二"]),
            ("C", ["C级", "C级房屋", "C级危房", "三级", "3级", "Ⅲ级", "III级", "Ⅲ", "三", "局部危房"]),
            ("D", ["D级", "D级房屋", "D级危房", "四级", "4级", "Ⅳ级", "IV级", "Ⅳ", "四", "整幢危房", "整栋危房"]),
        ],
        ["buildings.part_kind"] =
        [
            ("podium", ["裙楼", "裙房"]), ("tower", ["塔楼", "主楼"]), ("hanging_storey", ["吊层", "吊脚"]), ("basement", ["地下", "地下室"]),
        ],
        ["buildings.repair_value"] = [("some", ["有修缮价值", "有", "有价值", "有保留价值"]), ("none", ["无修缮价值", "无", "无价值", "无保留价值"])],
        ["buildings.floor_area_origin"] = [("surveyed", ["实测", "实测面积"]), ("registered", ["登记", "登记面积"]), ("storeys_times_footprint", [])],
        ["udb.kind"] =
        [
            ("concentrated", ["城镇集中建设区", "集中建设区", "集中建设"]),
            ("elastic", ["城镇弹性发展区", "弹性发展区", "弹性发展"]),
            ("special", ["特别用途区", "特别用途"]),
        ],
        ["historic_zones.kind"] =
        [
            ("core", ["核心保护范围", "核心保护区"]), ("control", ["建设控制地带", "建设控制区", "buffer"]),
            ("coordination", ["环境协调区", "风貌协调区"]), ("traditional_style", ["传统风貌区"]), ("relic", ["文物保护范围", "保护范围"]),
        ],
        ["control_lines.kind"] =
        [
            ("ecological_red_line", ["生态保护红线"]), ("permanent_basic_farmland", ["永久基本农田", "基本农田"]), ("blue_line", ["蓝线", "城市蓝线"]),
            ("green_line", ["绿线", "城市绿线"]), ("purple_line", ["紫线", "城市紫线"]), ("yellow_line", ["黄线", "城市黄线"]),
            ("flood", ["洪涝风险控制线", "洪涝风险"]), ("geological_hazard", ["地质灾害", "地质灾害易发区", "地质灾害隐患"]),
        ],
        ["administrative_units.kind"] = [("district", ["区县"]), ("street", ["街道", "镇街"]), ("community", ["社区"])],
        ["barriers.kind"] =
        [
            ("river", ["河流", "河"]), ("railway", ["铁路"]), ("expressway", ["高速公路", "快速路"]), ("arterial", ["主干路", "主干道"]),
        ],
    };

    /// <summary>The words of a column; empty where any text will do.</summary>
    public static IReadOnlyList<string> WordsOf(string layer, string column) =>
        Columns.TryGetValue($"{layer}.{column}", out var words) ? [.. words.Select(word => word.Word)] : [];

    /// <summary>The word meant by what is written; null where it is none.</summary>
    public static string? WordFor(string layer, string column, string written) =>
        Columns[$"{layer}.{column}"].FirstOrDefault(word =>
            string.Equals(word.Word, written, StringComparison.OrdinalIgnoreCase)
            || word.Written.Contains(written, StringComparer.OrdinalIgnoreCase)).Word;
}
