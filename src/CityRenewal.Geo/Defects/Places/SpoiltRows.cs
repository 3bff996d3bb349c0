using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Features whose own outline is known to be wrong: what their neighbours then look like is no news.</summary>
internal static class SpoiltRows
{
    private static readonly HashSet<string> Codes =
    [
        "self_intersection", "spike", "nan_coordinate", "null_geometry", "empty_geometry", "zero_area", "sliver", "unclosed_ring",
        "too_few_vertices", "hole_crosses_shell", "hole_outside_shell", "hole_equals_shell", "swapped_axes", "wrong_crs_lonlat",
        "far_from_layer", "duplicate_geometry", "duplicate_rotated", "broken_geometry", "mixed_geometry",
    ];

    /// <summary>Per row whether its outline is spoilt; null where none is.</summary>
    public static bool[]? Of(TextColumn ids, string layer, IEnumerable<Defect> known)
    {
        var wanted = known.Where(defect => defect.Layer == layer && Codes.Contains(defect.Code)).Select(defect => defect.Id).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return null;
        }

        var spoilt = new bool[ids.Count];
        foreach (var row in RowsById.Of(ids, wanted).Values.SelectMany(rows => rows))
        {
            spoilt[row] = true;
        }

        return spoilt;
    }
}
