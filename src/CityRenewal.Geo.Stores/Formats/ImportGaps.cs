using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What an import was asked for and did not get.</summary>
internal static class ImportGaps
{
    /// <summary>Notes that no layer is given at all.</summary>
    public static void CheckLayers(DeliveredPaths paths, ImportProblems problems)
    {
        if (paths.Layers.Count == 0 && !problems.HasAny)
        {
            problems.Add(
                "import",
                paths.Ledgers.Count > 0 ? "only ledgers are given, and a ledger has no shapes." : "no file is given.",
                "Give the layers too: GeoPackages, GeoJSON files, Shapefiles, zips of Shapefiles, .gdb, .dxf, .tab, .mif, .kml, .gml or .fgb.");
        }
    }

    /// <summary>Notes entries of the mapping that no file has a layer for, and an import of which nothing came.</summary>
    public static void CheckUse(
        (MappingFile? Mapping, string? Path) mapped, IReadOnlySet<LayerMapping> used, bool hasSheets, ImportProblems problems)
    {
        foreach (var unused in (mapped.Mapping?.Layers ?? []).Where(known => !used.Contains(known)))
        {
            problems.Add(
                $"{mapped.Path}, line {unused.Line}",
                $"no given file has the layer '{unused.File}' for {unused.Layer}.",
                "Give that file, name one of its layers as file/layer where it has several, or take the entry out.");
        }

        if (!hasSheets && used.Count == 0 && !problems.HasAny)
        {
            problems.Add(
                "import",
                "none of the files has a layer that a preset knows.",
                "Write a mapping: one entry per layer with `layer`, `file`, `id` and `fields`, and give it with --map.");
        }
    }
}
