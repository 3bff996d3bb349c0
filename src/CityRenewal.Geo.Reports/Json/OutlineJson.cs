using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Measured outlines as the contract of `renewal measure --json` has them.</summary>
public static class OutlineJson
{
    /// <summary>The document.</summary>
    /// <param name="ids">Name of each outline.</param>
    /// <param name="measured">Their measures.</param>
    /// <param name="wanted">Which of them to write, in this order.</param>
    /// <param name="more">Measures of each outline that need a city; null where none was given.</param>
    public static string Of(
        IReadOnlyList<string> ids, MeasuredOutlines measured, IReadOnlyList<ShapeMeasure> wanted,
        IReadOnlyList<AreaMeasures>? more = null) => JsonText.Of(json =>
    {
        json.WriteStartArray("outlines");
        for (var i = 0; i < ids.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString(MeasureNames.Id, ids[i]);
            json.WriteOptional("legal_area_m2", measured.LegalOf(i).Area);
            json.WriteOptional("legal_perimeter_m", measured.LegalOf(i).Perimeter);
            foreach (var measure in wanted)
            {
                json.WriteMeasure(MeasureNames.Of(measure), measured[i, measure]);
            }

            foreach (var (name, value) in more?[i].All.Where(measure => MeasureNames.TryShape(measure.Name.Wire) is null) ?? [])
            {
                json.WriteMeasure(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
