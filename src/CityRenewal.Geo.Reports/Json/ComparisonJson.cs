using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Two versions compared, as the contract of `renewal compare --json` has it.</summary>
public static class ComparisonJson
{
    /// <summary>The document.</summary>
    public static string Of(PlanComparison comparison, City city) => JsonText.Of(json =>
    {
        json.WriteBoolean("is_nothing", comparison.IsNothing);
        Write(json, "old", comparison.Old, city);
        Write(json, "new", comparison.New, city);
        json.WriteStartArray("groups");
        foreach (var group in comparison.Groups)
        {
            Write(json, group);
            json.FlushIfMuch();
        }

        json.WriteEndArray();
        WriteMoves(json, "parcels_in", comparison.ParcelsIn, city);
        WriteMoves(json, "parcels_out", comparison.ParcelsOut, city);
        WriteMoves(json, "parcels_moved", comparison.ParcelsMoved, city);
        json.WriteString("data_version", city.DataVersion);
        json.WriteString("classification", city.Classification.Wire());
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    private static void Write(Utf8JsonWriter json, string name, ComparedPlan plan, City city)
    {
        json.WriteStartObject(name);
        json.WriteString("name", plan.Name);
        json.WriteString("data_version", plan.DataVersion);
        json.WriteString("rules", plan.Rules);
        json.WriteNumber("areas", plan.Areas.Count);
        json.WriteNumber("area_m2", plan.Areas.Sum(area => area.AreaM2));
        json.WriteStartArray("parcels_under_other_ids");
        foreach (var descent in plan.Descents)
        {
            json.WriteStartObject();
            json.WriteString("parcel", descent.Id);
            WriteIds(json, "now", descent.Parcels.Select(row => city.Parcels.Ids[row]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AreaGroup group)
    {
        json.WriteStartObject();
        json.WriteString("kind", group.Kind.Wire());
        WriteIds(json, "old", group.Old.Select(area => area.Id));
        WriteIds(json, "new", group.New.Select(area => area.Id));
        json.WriteNumber("old_m2", group.OldM2);
        json.WriteNumber("new_m2", group.NewM2);
        json.WriteStartArray("links");
        foreach (var link in group.Links)
        {
            Write(json, link);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AreaLink link)
    {
        json.WriteStartObject();
        json.WriteString("old", link.Old.Id);
        json.WriteString("new", link.New.Id);
        json.WriteNumber("shared_m2", link.SharedM2);
        json.WriteNumber("gained_m2", link.GainedM2);
        json.WriteNumber("lost_m2", link.LostM2);
        json.WriteStartArray("numbers");
        foreach (var change in link.Numbers)
        {
            json.WriteStartObject();
            json.WriteString("name", change.Name);
            json.WriteOptional("was", change.Was);
            json.WriteOptional("is", change.Is);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("verdicts");
        foreach (var change in link.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("rule", change.Rule);
            json.WriteString("project", change.Project.Length > 0 ? change.Project : null);
            json.WriteString("was", change.Was?.Verdict);
            json.WriteString("is", change.Is?.Verdict);
            json.WriteOptional("measured_was", change.Was?.Measured);
            json.WriteOptional("measured_is", change.Is?.Measured);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMoves(Utf8JsonWriter json, string name, IReadOnlyList<MovedParcel> moves, City city)
    {
        json.WriteStartArray(name);
        foreach (var move in moves.OrderBy(move => city.Parcels.Ids[move.Parcel], StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("parcel", city.Parcels.Ids[move.Parcel]);
            json.WriteString("from", move.From?.Id);
            json.WriteString("to", move.To?.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }
}
