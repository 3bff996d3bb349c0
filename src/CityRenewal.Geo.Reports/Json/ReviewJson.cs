using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>A review of boundaries as the contract of `renewal review --json` has it.</summary>
public static class ReviewJson
{
    /// <summary>The document.</summary>
    public static string Of(BoundaryReview review, City city) => JsonText.Of(json =>
    {
        FindingJson.Write(json, review.Boundaries.SelectMany(boundary => boundary.Findings), review.Pack, city);
        json.WriteStartArray("boundaries");
        foreach (var boundary in review.Boundaries)
        {
            json.WriteStartObject();
            json.WriteString("id", boundary.Id);
            json.WriteStartArray("parcels");
            foreach (var id in boundary.Parcels.Select(parcel => city.Parcels.Ids[parcel]).Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RulesJson.Write(json, review.Pack);
        json.WriteString("data_version", city.DataVersion);
        json.WriteString("classification", city.Classification.Wire());
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });
}
