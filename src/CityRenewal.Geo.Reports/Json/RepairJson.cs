using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Repairs;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Repairs of failing areas as the contract of `renewal repair --json` has it.</summary>
public static class RepairJson
{
    /// <summary>The document.</summary>
    /// <param name="repairs">The repairs, with the review of the change for all rules where there is one.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="city">The city.</param>
    public static string Of(IReadOnlyList<(AreaRepair Repair, RepairCheck? Check)> repairs, RulePack pack, City city) => JsonText.Of(json =>
    {
        json.WriteStartArray("repairs");
        foreach (var (repair, check) in repairs)
        {
            json.WriteStartObject();
            json.WriteString("area", repair.Before.Area.Id);
            json.WriteBoolean("is_needed", repair.IsNeeded);
            json.WriteStartArray("rules");
            foreach (var rule in repair.Rules)
            {
                json.WriteStartObject();
                WriteRule(json, rule.Finding);
                json.WriteString("verdict_after", rule.Change is null ? null : rule.After.Wire());
                json.WritePropertyName("change");
                Write(json, rule.Change);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("together");
            Write(json, repair.Together);
            WriteCheck(json, check);
            WriteBeyond(json, repair.Beyond);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RulesJson.Write(json, pack);
        json.WriteString("data_version", city.DataVersion);
        json.WriteString("classification", city.Classification.Wire());
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    private static void WriteRule(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("project", finding.Project);
        json.WriteString("title", finding.Rule.Title);
        json.WriteString("title_chinese", finding.Rule.TitleChinese);
        json.WriteString("strength", finding.Rule.Strength.Wire());
        json.WriteString("verdict", finding.Verdict.Wire());
        json.WriteOptional("measured", finding.Judgement.Measured.Value);
        json.WriteOptional("limit", finding.Judgement.Limit);
        json.WriteString("unit", finding.Unit?.Wire());
    }

    private static void Write(Utf8JsonWriter json, RepairChange? change)
    {
        if (change is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Write(json, "parcels_in", change.ParcelsIn);
        Write(json, "parcels_out", change.ParcelsOut);
        Write(json, "demolitions_given_up", change.Kept);
        Write(json, "kept_on_land_in", change.KeptOnLandIn);
        json.WriteNumber("land_in_m2", change.LandInM2);
        json.WriteNumber("land_out_m2", change.LandOutM2);
        json.WriteNumber("floor_area_kept_m2", change.FloorAreaKeptM2);
        json.WriteNumber("benefit_change_m2", change.BenefitChangeM2);
        json.WriteNumber("objective_change_m2", change.ObjectiveChangeM2);
        json.WriteBoolean("is_proven_least", change.IsLeast);
        json.WriteNumber("areas_judged", change.Tried);
        Write(json, "edits", [.. change.Edits.Select(edit => edit.Said.Command)]);
        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, RepairCheck? check)
    {
        if (check is null)
        {
            json.WriteNull("review");
            return;
        }

        json.WriteStartObject("review");
        json.WriteBoolean("holds", check.Holds);
        Write(json, "faults", check.Faults);
        json.WriteStartArray("verdicts");
        foreach (var finding in check.Findings)
        {
            json.WriteStartObject();
            WriteRule(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBeyond(Utf8JsonWriter json, IReadOnlyList<BeyondRepair> beyond)
    {
        json.WriteStartArray("beyond_land");
        foreach (var open in beyond)
        {
            json.WriteStartObject();
            WriteRule(json, open.Finding);
            json.WriteString("text", open.Text);
            json.WriteString("text_chinese", open.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }
}
