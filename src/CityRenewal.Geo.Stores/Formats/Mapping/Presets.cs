namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Mappings that come with the tool, for layers whose names say what they are.</summary>
internal static class Presets
{
    private static readonly Lazy<IReadOnlyList<LayerMapping>> All = new(Load);

    /// <summary>The preset for a layer of that name; null where there is none.</summary>
    public static LayerMapping? Find(string layer) => All.Value.FirstOrDefault(preset => preset.Means("", layer, isOnlyLayer: false));

    private static IReadOnlyList<LayerMapping> Load()
    {
        const string name = "CityRenewal.Geo.Stores.Formats.presets.yaml";
        using var stream = typeof(Presets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return [.. MappingFile.Parse("presets.yaml", reader.ReadToEnd()).Layers.Select(layer => layer with { IsPreset = true, Line = 0 })];
    }
}
