using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>A review of boundaries as the contract of `renewal review --json` has it.</summary>
public static class ReviewJson
{
    /// <summary>The document.</summary>
    /// <param name="review">The review.</param>
    /// <param name="city">Its city.</param>
    /// <param name="broken">What a plan breaks of the limits that it was made under, the area empty where it is the plan; null where nobody looked.</param>
    /// <param name="opinions">What was said of the findings of a plan; null where there is no plan.</param>
    /// <param name="more">
    /// What the register of the city says of the boundaries, null where it keeps none; what the rules say of the projects that a plan's
    /// own limits name.
    /// </param>
    public static string Of(
        BoundaryReview review, City city, IReadOnlyList<(string Area, AreaBreach Breach)>? broken = null, OpinionRecord? opinions = null,
        (RegisterReview? Register, IReadOnlyList<Finding> Projects) more = default) => JsonText.Of(json =>
    {
        var register = more.Register;
        FindingJson.Write(json, [.. review.Boundaries.SelectMany(boundary => boundary.Findings), .. more.Projects ?? []], review.Pack, city);
        json.WriteStartArray("boundaries");
        foreach (var boundary in review.Boundaries)
        {
            json.WriteStartObject();
            json.WriteString("id", boundary.Id);
            json.WriteString("project_of", boundary.ProjectOf);
            json.WriteStartArray("parcels");
            foreach (var id in boundary.Parcels.Select(parcel => city.Parcels.Ids[parcel]).Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in review.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("first", note.First);
            json.WriteString("second", note.Second);
            json.WriteNumber("area_m2", note.AreaM2);
            json.WriteString("text", note.Text);
            json.WriteString("text_chinese", note.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (broken is not null)
        {
            LimitsJson.WriteBroken(json, broken);
        }

        if (opinions is not null)
        {
            OpinionJson.Write(json, opinions);
        }

        if (register is not null)
        {
            RegisterJson.WriteReview(json, register, review.Pack, city);
        }

        RulesJson.Write(json, review.Pack);
        json.WriteString("data_version", city.DataVersion);
        json.WriteString("classification", city.Classification.Wire());
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });
}
