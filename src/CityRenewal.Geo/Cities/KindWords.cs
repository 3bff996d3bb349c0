using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Reads the words for kinds of zones and barriers as glossary words. Words that mean the same in delivered data are
/// taken over; others are kept as given, and listed by the caller where the layer has a fixed list.
/// </summary>
internal static class KindWords
{
    private static readonly Dictionary<string, Dictionary<string, string>> Synonyms = new()
    {
        [LayerNames.Udb] = new()
        {
            ["城镇集中建设区"] = "concentrated",
            ["城镇弹性发展区"] = "elastic",
            ["特别用途区"] = "special",
        },
        [LayerNames.HistoricZones] = new()
        {
            ["buffer"] = "control",
            ["核心保护范围"] = "core",
            ["建设控制地带"] = "control",
            ["环境协调区"] = "coordination",
            ["传统风貌区"] = "traditional_style",
        },
        [LayerNames.AdministrativeUnits] = new()
        {
            ["区县"] = "district",
            ["街道"] = "street",
            ["社区"] = "community",
        },
        [LayerNames.HealthChecks] = new()
        {
            ["社区"] = "community",
            ["街区"] = "block",
        },
        [LayerNames.Barriers] = new()
        {
            ["河流"] = "river",
            ["铁路"] = "railway",
            ["快速路"] = "expressway",
            ["主干路"] = "arterial",
        },
    };

    private static readonly Dictionary<string, string[]> Known = new()
    {
        [LayerNames.Udb] = ["concentrated", "elastic", "special"],
        [LayerNames.ControlLines] =
        [
            "ecological_red_line", "permanent_basic_farmland", "blue_line", "green_line", "purple_line", "yellow_line", "flood",
            "geological_hazard",
        ],
        [LayerNames.HistoricZones] = ["core", "control", "coordination", "traditional_style", "relic"],
        [LayerNames.AdministrativeUnits] = ["district", "street", "community"],
        [LayerNames.Barriers] = ["river", "railway", "expressway", "arterial"],
    };

    /// <summary>The glossary word for a kind of that layer; the word as given where there is none.</summary>
    public static string Of(string layer, string given) =>
        Synonyms.TryGetValue(layer, out var words) && words.TryGetValue(given, out var word) ? word : given;

    /// <summary>The kinds that a layer may have; empty where any word will do.</summary>
    public static IReadOnlyList<string> KnownOf(string layer) => Known.TryGetValue(layer, out var words) ? words : [];
}
