using System.Text.Json;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Defects and ledger as the contract of `renewal check --json` has them.</summary>
public static class DefectJson
{
    /// <summary>The document.</summary>
    public static string Of(IReadOnlyList<Defect> defects, LandFabric fabric) => JsonText.Of(json =>
    {
        json.WriteStartArray("defects");
        foreach (var defect in defects)
        {
            Write(json, defect);
        }

        json.WriteEndArray();
        json.WriteStartObject("ledger");
        Write(json, fabric.Ledger);
        json.WriteNumber("stacked_rights", fabric.StackedRights.Select(right => right.Right).Distinct().Count());
        json.WriteNumber("unusable_shapes", fabric.UnusableShapes.Count);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Defect defect)
    {
        json.WriteStartObject();
        json.WriteString("code", defect.Code);
        json.WriteString("severity", defect.Severity.ToString().ToLowerInvariant());
        json.WriteString("layer", defect.Layer);
        json.WriteString("id", defect.Id);
        json.WriteNumber("fid", defect.Fid);
        json.WriteOptional("x", defect.X);
        json.WriteOptional("y", defect.Y);
        json.WriteString("message", defect.Message);
        json.WriteString("remedy", defect.Remedy);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AreaLedger ledger)
    {
        json.WriteString("study_area_source", LedgerWords.SourceOf(ledger.Source).Wire);
        json.WriteNumber("study_area_m2", ledger.StudyAreaM2);
        json.WriteOptional("study_area_ellipsoidal_m2", ledger.EllipsoidalM2);
        foreach (var (wire, _, value) in LedgerWords.ClassesOf(ledger))
        {
            json.WriteNumber(wire, value);
        }

        json.WriteNumber("residual_m2", ledger.ResidualM2);
        json.WriteNumber("parcels_outside_m2", ledger.ParcelsOutsideM2);
        json.WriteNumber("gained_by_snapping_m2", ledger.GainedM2);
        json.WriteNumber("lost_by_snapping_m2", ledger.LostM2);
        json.WriteNumber("overlapping_parcels", ledger.OverlappingParcels);
    }
}
