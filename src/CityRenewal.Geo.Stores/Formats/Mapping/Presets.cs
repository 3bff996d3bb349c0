using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Mappings that come with the tool, for layers whose names and fields say what they are.</summary>
internal static class Presets
{
    // A name is as good a sign as three fields: names are given away easily, and abbreviations have several meanings.
    private const int WorthOfName = 3;

    private static readonly Lazy<IReadOnlyList<LayerMapping>> All = new(Load);

    /// <summary>Reads the presets on another thread, so that they are there when the first layer is.</summary>
    public static void Prepare() => Task.Run(() => All.Value);

    /// <summary>
    /// The preset that explains most of a layer, and why; where none does, the reason says what was missing from the one
    /// whose name it bears.
    /// </summary>
    /// <param name="names">Names of the layer and of its file.</param>
    /// <param name="delivered">The layer.</param>
    public static (LayerMapping? Mapping, string Reason) Choose(IReadOnlyList<string> names, DeliveredLayer delivered)
    {
        var near = "";
        (LayerMapping? Mapping, int Score, string Reason) best = (null, 0, "");
        foreach (var preset in All.Value)
        {
            var signs = preset.Signs!;
            var fitsName = signs.FitsName(names);
            var fitsFields = signs.ByFields.Count > 0 && PresetSigns.HasAll(delivered, signs.ByFields);
            if (!fitsName && !fitsFields)
            {
                continue;
            }

            if (WhyNot(preset, delivered) is { } obstacle)
            {
                near = near.Length == 0 && fitsName ? obstacle : near;
                continue;
            }

            var fields = FieldsOf(preset, delivered);
            var score = fields.Count + (fitsName ? WorthOfName : 0);
            if (score > best.Score)
            {
                best = (preset, score, Reason(preset, fitsName, fields));
            }
        }

        return best.Mapping is null ? (null, near) : (best.Mapping, best.Reason);
    }

    /// <summary>Place of a preset among all: what comes first goes before what comes later.</summary>
    public static int RankOf(LayerMapping preset) => All.Value.TakeWhile(known => known != preset).Count();

    private static string? WhyNot(LayerMapping preset, DeliveredLayer delivered) =>
        delivered.Shapes.X.Length > 0 && !LayerMapper.Takes(preset.Layer, delivered.Shapes.Kind)
            ? $"its name is that of {preset.Layer}, but it holds {delivered.Shapes.Kind.ToString().ToLowerInvariant()}s"
        : preset.Signs!.Has.FirstOrDefault(group => PresetSigns.FieldOf(delivered, group) is null) is { } missing
            ? $"its name is that of {preset.Layer}, but it has no field {missing.Replace("|", " or ", StringComparison.Ordinal)}"
        : null;

    private static List<string> FieldsOf(LayerMapping preset, DeliveredLayer delivered)
    {
        var named = preset.Fields.SelectMany(rule => rule.Sources.Select(delivered.Field).OfType<SourceColumn>().Take(1));
        var same = delivered.Columns.Where(column => CityColumn.Find(preset.Layer, column.Name.ToLowerInvariant()) is not null);
        var id = preset.Id.Select(delivered.Field).OfType<SourceColumn>().Take(1);
        return [.. id.Concat(named).Concat(same).Select(column => column.Name).Distinct()];
    }

    private static string Reason(LayerMapping preset, bool fitsName, List<string> fields)
    {
        const int shown = 6;
        var list = string.Join(", ", fields.Take(shown)) + (fields.Count > shown ? ", …" : "");
        return (fitsName, fields.Count) switch
        {
            (true, 0) => $"taken for {preset.Layer} by its name",
            (true, _) => $"taken for {preset.Layer} by its name and the fields {list}",
            _ => $"taken for {preset.Layer} by the fields {list}",
        };
    }

    private static IReadOnlyList<LayerMapping> Load()
    {
        const string name = "CityRenewal.Geo.Stores.Formats.presets.yaml";
        using var stream = typeof(Presets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. MappingFile.Parse("presets.yaml", reader.ReadToEnd(), isPreset: true).Layers.Select(layer => layer with
            {
                Line = 0,
                Fields = [.. layer.Fields.Select(rule => rule with { Line = 0, IsPreset = true })],
            }),
        ];
    }
}
