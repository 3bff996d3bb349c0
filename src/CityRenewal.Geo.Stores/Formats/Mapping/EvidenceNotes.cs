using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Says how many buildings lack what would exempt their demolition from the ratio (建科〔2021〕63号): an illegal part needs its
/// decision, a dangerous building its certificate and that it has no repair value.
/// </summary>
internal static class EvidenceNotes
{
    /// <summary>One sentence for each kind of evidence that is missing somewhere.</summary>
    public static IEnumerable<string> Of(SourceLayer layer)
    {
        if (layer.Name != LayerNames.Buildings)
        {
            yield break;
        }

        var rows = Enumerable.Range(0, layer.Shapes.Count);
        var illegal = rows.Count(row => (layer.Column("illegal_area_m2") as RealSource)?.Values[row] > 0 && IsEmpty(layer, "illegal_decision", row));
        if (illegal > 0)
        {
            yield return $"{illegal:N0} buildings have an illegal part without a decision: exemption not evidenced 豁免无依据";
        }

        var dangerous = rows.Count(row => layer.Column("danger_grade")?.TextOf(row) is "C" or "D"
            && (IsEmpty(layer, "danger_certificate", row) || layer.Column("repair_value")?.TextOf(row) != "none"));
        if (dangerous > 0)
        {
            yield return $"{dangerous:N0} buildings of grade C or D lack a certificate or that they have no repair value: exemption not evidenced 豁免无依据";
        }
    }

    private static bool IsEmpty(SourceLayer layer, string column, int row) => layer.Column(column)?.TextOf(row) is null or "";
}
