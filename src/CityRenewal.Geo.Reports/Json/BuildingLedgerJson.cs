using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>A building ledger that came back, as `renewal ledger in --json` prints it.</summary>
public static class BuildingLedgerJson
{
    /// <summary>The document.</summary>
    /// <param name="comparison">What is otherwise than before, and what cannot be taken.</param>
    /// <param name="readings">Cells that were not read literally.</param>
    /// <param name="areas">The areas before and after.</param>
    /// <param name="applied">Whether the changes were recorded, and the versions of the buildings that recorded corrections made.</param>
    public static string Of(
        LedgerComparison comparison, IReadOnlyList<(int Row, string Field, string Written, string Value)> readings, IReadOnlyList<LedgerAreaResult> areas,
        (bool IsRecorded, IReadOnlyList<(int Version, long Edited)> Versions) applied) => JsonText.Of(json =>
    {
        json.WriteBoolean("is_recorded", applied.IsRecorded);
        WriteList(json, "applied", applied.Versions, made =>
        {
            json.WriteNumber("buildings_version", made.Version);
            json.WriteNumber("edited", made.Edited);
        });
        WriteList(json, "changes", comparison.Changes, change =>
        {
            json.WriteString("building", change.Building);
            json.WriteString("field", change.Field.Name);
            json.WriteString("old", change.Old);
            json.WriteString("new", change.New);
        });
        WriteList(json, "problems", comparison.Problems, problem =>
        {
            json.WriteNumber("row", problem.Row);
            json.WriteString("building", problem.Building);
            json.WriteString("field", problem.Field);
            json.WriteString("text", problem.Text);
            json.WriteString("text_chinese", problem.TextChinese);
        });
        WriteList(json, "readings", readings, reading =>
        {
            json.WriteNumber("row", reading.Row);
            json.WriteString("field", reading.Field);
            json.WriteString("written", reading.Written);
            json.WriteString("value", reading.Value);
        });
        json.WriteNumber("missing_buildings", comparison.MissingBuildings);
        WriteList(json, "areas", areas, area => WriteArea(json, area));
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    private static void WriteArea(Utf8JsonWriter json, LedgerAreaResult area)
    {
        json.WriteString("area", area.Area);
        WriteNumbers(json, "before", area.Before);
        WriteNumbers(json, "after", area.After);
        json.WriteNumber("households", area.Households.Value);
        json.WriteNumber("households_unknown", area.Households.Unknown);
        json.WriteNumber("households_asked", area.Asked);
        json.WriteNumber("households_agreeing", area.Agreeing);
        json.WriteOptional("consent_share", area.ConsentShare);
        json.WriteStartObject("comments");
        for (var i = 0; i < area.Comments.Count; i++)
        {
            json.WriteNumber(i < LedgerFields.CommentDispositions.Count ? LedgerFields.CommentDispositions[i] : "未处理", area.Comments[i]);
        }

        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, LedgerNumbers numbers)
    {
        json.WriteStartObject(name);
        json.WriteNumber("existing_m2", numbers.Existing.Value);
        json.WriteNumber("existing_unknown", numbers.Existing.Unknown);
        json.WriteNumber("elective_m2", numbers.Elective.Value);
        json.WriteMeasure(new MeasureName("demolition_ratio", "拆除比例"), numbers.Ratio);
        json.WriteMeasure(new MeasureName("demolition_ratio_exempt_out_of_both", "拆除比例（两边扣除）"), numbers.StricterRatio);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
