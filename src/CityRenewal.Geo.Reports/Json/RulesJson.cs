using System.Text.Json;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The rule pack that a document was made under: which text, with which numbers in force, and what is monitored elsewhere.</summary>
internal static class RulesJson
{
    /// <summary>The object `rules` and the array `monitored`.</summary>
    public static void Write(Utf8JsonWriter json, RulePack pack)
    {
        json.WriteStartObject("rules");
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
        json.WriteBoolean("draft", pack.IsDraft);
        json.WriteString("hash", pack.Hash);
        json.WriteString("title", pack.Title);
        json.WriteString("title_chinese", pack.TitleChinese);
        json.WriteStartArray("parameters");
        foreach (var parameter in pack.Parameters.Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            Write(json, parameter);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteMonitored(json, pack);
    }

    private static void Write(Utf8JsonWriter json, PackParameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("title", parameter.Title);
        json.WriteString("title_chinese", parameter.TitleChinese);
        json.WriteOptional("value", parameter.Value);
        json.WriteString("unit", parameter.Unit.Wire());
        json.WriteBoolean("assumed", parameter.IsAssumed);
        json.WriteString("source", parameter.Source);
        json.WriteEndObject();
    }

    private static void WriteMonitored(Utf8JsonWriter json, RulePack pack)
    {
        var sources = pack.Sources.ToDictionary(source => source.Id);
        json.WriteStartArray("monitored");
        foreach (var indicator in pack.Monitored)
        {
            json.WriteStartObject();
            json.WriteString("id", indicator.Id);
            json.WriteString("title", indicator.Title);
            json.WriteString("title_chinese", indicator.TitleChinese);
            FindingJson.WriteCitation(json, indicator.Citation, sources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
