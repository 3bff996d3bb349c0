namespace CityRenewal.Geo.Defects;

/// <summary>Puts the findings of several stages together so that each defect is told once.</summary>
public static class DefectList
{
    // A shape that reading could not take looks like a missing one to every later stage, and a flat one like a ring with too
    // few vertices.
    private static readonly Dictionary<string, string> Same = new()
    {
        ["empty_geometry"] = "null_geometry",
        ["mixed_geometry"] = "null_geometry",
        ["broken_geometry"] = "null_geometry",
        ["too_few_vertices"] = "zero_area",
    };

    /// <summary>All defects, sorted; of the same code at the same feature the first given one stays, with its detail.</summary>
    public static IReadOnlyList<Defect> Merged(params IEnumerable<Defect>[] stages)
    {
        var told = new HashSet<(string Layer, string File, long Fid, string Code, string Id)>();
        var merged = new List<Defect>();
        foreach (var defect in stages.SelectMany(stage => stage))
        {
            var code = Same.GetValueOrDefault(defect.Code, defect.Code);
            var isRepeatable = defect.Code is "bad_number" or "unknown_word" or "negative_number" or "bad_year" or "interval_value" or "stacked_footprints";
            if (told.Add((defect.Layer, defect.File, defect.Fid, isRepeatable ? code + defect.Message : code, defect.Id)))
            {
                merged.Add(defect);
            }
        }

        merged.Sort(Defect.Compare);
        return merged;
    }
}
