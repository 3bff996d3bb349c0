using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>A check as the contract of `renewal check --json` has it: defects, tolerances, readiness, ledger.</summary>
public static class CheckJson
{
    /// <summary>Writes the document as UTF-8: a large city has a million defects and more.</summary>
    public static void Write(Stream target, CheckReport report) => JsonText.Write(target, json =>
    {
        json.WriteStartArray("defects");
        foreach (var defect in report.Defects)
        {
            Write(json, defect);
            json.FlushIfMuch();
        }

        json.WriteEndArray();
        WriteSummary(json, report.Defects);
        WriteTolerances(json, report.Tolerances);
        ReadinessJson.Write(json, report.Readiness);
        json.WriteStartObject("ledger");
        Write(json, report.Fabric.Ledger);
        json.WriteNumber("stacked_rights", report.Fabric.StackedRights.Select(right => right.Right).Distinct().Count());
        json.WriteNumber("unusable_shapes", report.Fabric.UnusableShapes.Count);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Defect defect)
    {
        var kind = DefectKinds.Find(defect.Code);
        json.WriteStartObject();
        json.WriteString("code", defect.Code);
        json.WriteString("severity", defect.Severity.ToString().ToLowerInvariant());
        json.WriteString("layer", defect.Layer);
        json.WriteString("id", defect.Id);
        json.WriteNumber("fid", defect.Fid);
        if (defect.File.Length > 0)
        {
            json.WriteString("file", defect.File);
        }

        json.WriteOptional("x", defect.X);
        json.WriteOptional("y", defect.Y);
        json.WriteString("message", defect.Message);
        json.WriteString("message_chinese", kind?.Chinese ?? "");
        json.WriteString("remedy", defect.Remedy);
        json.WriteString("remedy_chinese", kind?.ChineseRemedy ?? "");
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, IReadOnlyList<Defect> defects)
    {
        json.WriteStartArray("summary");
        foreach (var group in DefectGroup.Of(defects))
        {
            json.WriteStartObject();
            json.WriteString("code", group.Code);
            json.WriteString("severity", group.Severity.ToString().ToLowerInvariant());
            json.WriteString("layer", group.Layer);
            json.WriteNumber("count", group.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTolerances(Utf8JsonWriter json, LayerTolerances tolerances)
    {
        json.WriteStartArray("tolerances");
        foreach (var pair in tolerances.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("layer", pair.Layer);
            json.WriteString("other", pair.Other);
            json.WriteOptional("tolerance_m", pair.Metres);
            json.WriteOptional("median_m", pair.MedianMetres);
            json.WriteNumber("samples", pair.Samples);
            json.WriteNumber("following_share", pair.FollowingShare);
            json.WriteString("confidence", pair.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
