using System.Text.Json;
using CityRenewal.Geo.Readiness;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The readiness report as JSON.</summary>
internal static class ReadinessJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Conclusion> conclusions)
    {
        json.WriteStartArray("readiness");
        foreach (var conclusion in conclusions)
        {
            json.WriteStartObject();
            json.WriteString("conclusion", conclusion.Code);
            json.WriteString("name", conclusion.English);
            json.WriteString("name_chinese", conclusion.Chinese);
            json.WriteString("carried", ReadinessWords.Wire(conclusion.Carried));
            json.WriteStartArray("reasons");
            foreach (var reason in conclusion.Reasons)
            {
                Write(json, reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("text", reason.English);
        json.WriteString("text_chinese", reason.Chinese);
        json.WriteOptional("value", reason.Value);
        json.WriteString("carried", ReadinessWords.Wire(reason.Carried));
        json.WriteString("change", reason.Change);
        json.WriteString("change_chinese", reason.ChangeChinese);
        json.WriteEndObject();
    }
}
