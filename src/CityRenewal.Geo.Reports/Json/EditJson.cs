using System.Text.Json;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The answers of an edit session as the contract of `renewal edit --json` has them: one document a line.</summary>
public static class EditJson
{
    /// <summary>What an edit, an undo or a redo did.</summary>
    public static string Of(string word, EditReport report, City city) => JsonText.Line(json =>
    {
        json.WriteString("done", word);
        json.WriteString("command", report.Edit.Command);
        json.WriteString("text", report.Edit.Text);
        json.WriteString("text_chinese", report.Edit.TextChinese);
        json.WriteNumber("objective_before_m2", report.ObjectiveBefore);
        json.WriteNumber("objective_m2", report.ObjectiveAfter);
        json.WriteStartArray("areas");
        foreach (var change in report.Changes)
        {
            json.WriteStartObject();
            json.WriteString("id", change.Id);
            Write(json, "parcels_gained", change.Gained);
            Write(json, "parcels_lost", change.Lost);
            Write(json, "before", change.Before, city);
            Write(json, "after", change.After, city);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tells");
        foreach (var told in report.Tells)
        {
            json.WriteStartObject();
            json.WriteString("code", told.Code);
            json.WriteString("text", told.Text);
            json.WriteString("text_chinese", told.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>All areas, or one with the whole family of its measures.</summary>
    public static string Of(EditSession session, string? area) => JsonText.Line(json =>
    {
        json.WriteString("done", "show");
        json.WriteNumber("objective_m2", session.Objective);
        json.WriteStartArray("areas");
        foreach (var each in session.Areas.Where(each => area is null || each.Area.Id == area))
        {
            json.WriteStartObject();
            json.WriteString("id", each.Area.Id);
            Write(json, "now", area is null ? each : each with { Measures = session.MeasuresOf(area) }, session.City);
            Write(json, "parcels", area is null ? [] : [.. each.Area.Parcels.Select(parcel => session.City.Parcels.Ids[parcel])]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A line that is impossible.</summary>
    public static string Of(int line, string command, EditException refusal) => JsonText.Line(json =>
    {
        json.WriteString("done", "refused");
        json.WriteNumber("line", line);
        json.WriteString("command", command);
        json.WriteStartArray("problems");
        foreach (var problem in refusal.Problems)
        {
            json.WriteStartObject();
            json.WriteString("field", problem.Field);
            json.WriteString("value", problem.Value);
            json.WriteString("message", problem.Message);
            json.WriteString("remedy", problem.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Something that was done and changed no area.</summary>
    public static string Of(string said) => JsonText.Line(json => json.WriteString("done", said));

    private static void Write(Utf8JsonWriter json, string name, EditedArea? area, City city)
    {
        if (area is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("parcel_count", area.Area.Parcels.Count);
        json.WriteNumber("value_m2", area.Value);
        json.WriteNumber("benefit", area.Area.Benefit);
        json.WriteOptional("need", area.Area.Need);
        json.WriteBoolean("sound", area.IsSound);
        json.WriteStartObject("measures");
        foreach (var (measure, value) in area.Measures.All)
        {
            json.WriteMeasure(measure, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("breaches");
        foreach (var breach in area.Breaches)
        {
            json.WriteStartObject();
            json.WriteString("check", breach.Check);
            json.WriteString("text", breach.Text);
            json.WriteString("text_chinese", breach.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteVerdicts(json, area);
        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, EditedArea area)
    {
        json.WriteStartArray("findings");
        foreach (var finding in area.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule.Id);
            json.WriteString("verdict", finding.Verdict.Wire());
            json.WriteOptional("measured", finding.Judgement.Measured.Value);
            json.WriteOptional("measured_low", finding.Judgement.Measured.Low);
            json.WriteOptional("measured_high", finding.Judgement.Measured.High);
            json.WriteOptional("limit", finding.Judgement.Limit);
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
