using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>What one column of an overlay is about: a layer, or the zones of some kind in it.</summary>
/// <param name="Name">Stem of the column names.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Kind">The kind as the layer's columns say it, in words fit for a column name; empty for the whole layer.</param>
public sealed record LayerTheme(string Name, string Layer, string Kind)
{
    private const string UnknownKind = "unknown";

    /// <summary>The themes that every table has, whether the layer is there or not.</summary>
    public static readonly IReadOnlyList<LayerTheme> Standard =
    [
        Whole(LayerNames.Udb),
        .. Kinds(LayerNames.Udb, "concentrated", "elastic", "special"),
        .. Kinds(
            LayerNames.ControlLines,
            "ecological_red_line", "permanent_basic_farmland", "blue_line", "green_line", "purple_line", "yellow_line",
            "flood", "geological_hazard"),
        Whole(LayerNames.DetailedPlots),
        Whole(LayerNames.HistoricZones),
        .. Kinds(LayerNames.HistoricZones, "core", "control", "coordination", "traditional_style", "relic"),
        Whole(LayerNames.Water),
        Whole(LayerNames.StudyArea),
    ];

    /// <summary>Layers whose kinds each have a column.</summary>
    private static readonly string[] LayersOfKinds = [LayerNames.Udb, LayerNames.ControlLines, LayerNames.HistoricZones];

    /// <summary>The themes of a city: of the standard ones those whose layer is there, then any further kind, by name.</summary>
    public static IReadOnlyList<LayerTheme> Of(City city)
    {
        var standard = Standard.Where(theme => city.Has(theme.Layer)).ToList();
        var further =
            from layer in LayersOfKinds
            where city.Has(layer)
            let kinds = city.Layer(layer).Kinds
            from kind in Enumerable.Range(0, kinds.Count).Select(zone => ColumnWord(kinds[zone])).Distinct()
            let theme = OfKind(layer, kind)
            where !standard.Contains(theme)
            select theme;
        return
        [
            .. standard,
            .. further.DistinctBy(theme => theme.Name).OrderBy(theme => theme.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rows of the layer that belong to the theme, ascending.</summary>
    public int[] RowsIn(Zones zones) =>
        [.. Enumerable.Range(0, zones.Count).Where(zone => Kind.Length == 0 || ColumnWord(zones.Kinds[zone]) == Kind)];

    private static LayerTheme Whole(string layer) => new(layer, layer, "");

    private static IEnumerable<LayerTheme> Kinds(string layer, params string[] kinds) =>
        kinds.Select(kind => OfKind(layer, kind));

    // A kind of control line is known by its own name; the others carry their layer's: historic_core, udb_elastic.
    private static LayerTheme OfKind(string layer, string kind) => new(
        layer switch
        {
            LayerNames.ControlLines => kind == UnknownKind ? "control_line_unknown" : kind,
            LayerNames.HistoricZones => $"historic_{kind}",
            _ => $"{layer}_{kind}",
        },
        layer,
        kind);

    private static string ColumnWord(string kind)
    {
        var word = string.Concat(kind.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_'));
        return word.Trim('_').Length == 0 ? UnknownKind : word.Trim('_');
    }
}
