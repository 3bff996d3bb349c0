using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>One defect of every kind in the layers that lie over the parcels, as far as they have features enough.</summary>
internal static class ZoneDefects
{
    private static readonly (string Layer, string Kind, Func<DraftLayer, int, string?> Plant)[] Kinds =
    [
        (LayerNames.HistoricZones, "buffer_without_hole", BufferWithoutHole),
        (LayerNames.HistoricZones, "self_intersection", SelfIntersection),
        (LayerNames.HistoricZones, "null_geometry", NullGeometry),
        (LayerNames.HistoricZones, "negative_number", (layer, row) => Set(layer, row, "max_height_m", -9.0)),
        (LayerNames.Udb, "unknown_word", (layer, row) => Set(layer, row, "kind", "集建区?")),
        (LayerNames.Barriers, "negative_number", (layer, row) => Set(layer, row, "width_m", -20.0)),
        (LayerNames.ProtectedItems, "duplicate_id", DuplicateId),
        (LayerNames.ProtectedItems, "null_geometry", NullGeometry),
    ];

    /// <summary>Plants them.</summary>
    public static void Plant(IReadOnlyList<DraftLayer> layers, int seed, List<PlantedDefect> ledger)
    {
        var taken = new HashSet<(string, int)>();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var (name, code, plant) = Kinds[kind];
            var layer = layers.Single(candidate => candidate.Name == name);
            var dice = Dice.For(seed, Topic.Planting, 2, kind);
            var first = dice.Between(0, Math.Max(0, layer.Features.Count - 1));
            for (var step = 0; step < layer.Features.Count; step++)
            {
                var row = (first + step) % layer.Features.Count;
                if (!taken.Contains((name, row)) && !taken.Contains((name, row + 1)) && plant(layer, row) is { } note)
                {
                    taken.Add((name, row));
                    ledger.Add(new PlantedDefect(name, row + 1, layer.IdOf(row), code, note));
                    break;
                }
            }
        }
    }

    private static string? BufferWithoutHole(DraftLayer layer, int row)
    {
        var feature = layer.Features[row];
        return layer.Value(row, "kind") is "control" && feature.Rings.RemoveAll(ring => ring.IsHole) > 0 ? "overlaps its core" : null;
    }

    private static string? SelfIntersection(DraftLayer layer, int row)
    {
        var feature = layer.Features[row];
        if (feature.Rings.Count != 1 || layer.Value(row, "kind") is not "core" and not "traditional_style")
        {
            return null;
        }

        var outline = feature.Open;
        for (var k = 1; k + 1 < outline.Count; k++)
        {
            (outline[k], outline[k + 1]) = (outline[k + 1], outline[k]);
            if (Outlines.CrossesItself(outline))
            {
                feature.SetShell(outline);
                return $"vertices {k},{k + 1} swapped";
            }

            (outline[k], outline[k + 1]) = (outline[k + 1], outline[k]);
        }

        return null;
    }

    // Not a district's core or buffer: without it the other one would look wrong as well.
    private static string? NullGeometry(DraftLayer layer, int row)
    {
        if (layer.Value(row, "kind") is "core" or "control" || layer.Features[row].Rings.Count == 0)
        {
            return null;
        }

        layer.Features[row].Rings.Clear();
        return "";
    }

    private static string? DuplicateId(DraftLayer layer, int row)
    {
        if (row + 1 >= layer.Features.Count)
        {
            return null;
        }

        layer.SetId(row, layer.IdOf(row + 1));
        return $"the id of fid {row + 2}";
    }

    private static string Set(DraftLayer layer, int row, string column, object value)
    {
        layer.Set(row, column, value);
        return $"{column} {value}";
    }
}
