using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Every measure of boundaries as a document: id by id, unknown with its reason.</summary>
public static class MeasuresJson
{
    /// <summary>The document.</summary>
    /// <param name="ids">The boundaries.</param>
    /// <param name="measures">Their measures, as many.</param>
    /// <param name="city">The city that they were measured on.</param>
    public static string Of(IReadOnlyList<string> ids, IReadOnlyList<AreaMeasures> measures, City city) => JsonText.Of(json =>
    {
        json.WriteStartArray("boundaries");
        for (var i = 0; i < ids.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", ids[i]);
            foreach (var (name, value) in measures[i].All)
            {
                json.WriteMeasure(name, value);
            }

            json.WriteEndObject();
            json.FlushIfMuch();
        }

        json.WriteEndArray();
        json.WriteString("data_version", city.DataVersion);
    });
}
