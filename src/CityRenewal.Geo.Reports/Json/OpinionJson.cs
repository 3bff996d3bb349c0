using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The record of opinions of a plan as every document has it.</summary>
public static class OpinionJson
{
    /// <summary>A document of its own.</summary>
    public static string Of(OpinionRecord record) => JsonText.Of(json =>
    {
        Write(json, record);
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    /// <summary>The array `opinions`, and whether it is as it was written.</summary>
    internal static void Write(Utf8JsonWriter json, OpinionRecord record)
    {
        json.WriteStartArray("opinions");
        foreach (var (opinion, since) in record.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("number", opinion.Number);
            json.WriteString("kind", opinion.Kind.Wire());
            if (opinion.RefersTo is { } number)
            {
                json.WriteNumber("refers_to", number);
            }

            json.WriteString("area", opinion.Area);
            json.WriteString("project", opinion.Project.Length > 0 ? opinion.Project : null);
            json.WriteString("rule", opinion.Rule);
            json.WriteString("opinion", opinion.Text);
            json.WriteString("reason", opinion.Reason);
            json.WriteString("author", opinion.Author);
            json.WriteString("written_at", opinion.Time);
            json.WriteString("finding_hash", opinion.FindingHash);
            json.WriteString("finding_since", since.Wire());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("opinions_untouched", record.BrokenAt is null);
        json.WriteString("opinions_hash", record.LastHash);
    }
}
