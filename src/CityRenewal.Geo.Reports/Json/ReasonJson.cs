using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Reasons as the contract of `renewal explain --json` has them.</summary>
public static class ReasonJson
{
    /// <summary>Writes the document, in UTF-8.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="reasons">The reasons of a plan.</param>
    /// <param name="areas">What binds its areas.</param>
    /// <param name="details">The parcels that were asked for.</param>
    /// <param name="frequency">In how many plans each parcel is in; null where one plan alone was given.</param>
    public static void To(
        Stream stream, PlanReasons reasons, IReadOnlyList<AreaReasons> areas, IReadOnlyList<ParcelDetail> details, PlanFrequency? frequency) =>
        JsonText.Write(stream, json =>
        {
            WriteCounts(json, reasons);
            json.WriteStartArray("areas");
            foreach (var area in areas)
            {
                AreaReasonJson.Write(json, area, reasons.City);
                json.FlushIfMuch();
            }

            json.WriteEndArray();
            json.WriteStartArray("parcels");
            foreach (var detail in details)
            {
                Write(json, detail, reasons, frequency);
                json.FlushIfMuch();
            }

            json.WriteEndArray();
            json.WriteString("data_version", reasons.City.DataVersion);
            json.WriteString("classification", reasons.City.Classification.Wire());
            json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
        });

    private static void WriteCounts(Utf8JsonWriter json, PlanReasons reasons)
    {
        json.WriteStartArray("reasons");
        foreach (var (code, count) in reasons.Codes.ToArray().CountBy(code => code).OrderBy(count => count.Key))
        {
            json.WriteStartObject();
            json.WriteString("reason", code.Wire());
            json.WriteText(code.Title());
            json.WriteNumber("parcels", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ParcelDetail detail, PlanReasons reasons, PlanFrequency? frequency)
    {
        json.WriteStartObject();
        json.WriteString("parcel", reasons.City.Parcels.Ids[detail.Parcel]);
        json.WriteString("area", detail.Area);
        json.WriteBoolean("may_join", detail.MayJoin);
        json.WriteString("reason", detail.Code.Wire());
        json.WriteText(detail.Text);
        json.WriteOptional("objective_change_m2", reasons.ObjectiveChanges[detail.Parcel]);
        json.WriteOptional("need", detail.Need);
        json.WriteNumber("need_known_share", detail.KnownShare);
        json.WriteStartArray("need_parts");
        foreach (var part in detail.NeedParts)
        {
            json.WriteStartObject();
            json.WriteString("part", NeedPartWords.NameOf(part.Part));
            json.WriteOptional("value", part.Value);
            json.WriteNumber("weight", part.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("net_area_m2", detail.NetArea);
        json.WriteNumber("benefit_m2", detail.Benefit);
        if (frequency is not null)
        {
            json.WriteNumber("in_plans", frequency.Counts[detail.Parcel]);
            json.WriteNumber("of_plans", frequency.Plans);
        }

        json.WriteStartArray("flips");
        foreach (var flip in detail.Flips)
        {
            Write(json, flip, reasons.City);
        }

        json.WriteEndArray();
        if (detail.Around is { } around)
        {
            json.WriteStartObject("area_around");
            json.WriteNumber("free_land_m2", around.FreeLand);
            json.WriteOptional("objective_m2", around.Value);
            json.WriteNumber("net_area_m2", around.NetArea);
            json.WriteNumber("parcels", around.Parcels.Count);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FlipDetail flip, City city)
    {
        json.WriteStartObject();
        json.WriteString("area", flip.Area);
        json.WriteBoolean("is_allowed", flip.IsAllowed);
        json.WriteNumber("objective_change_m2", flip.ObjectiveChange);
        json.WriteNumber("benefit_m2", flip.Benefit);
        json.WriteNumber("outline_price_m2", flip.OutlinePrice);
        json.WriteNumber("opening_price_m2", flip.OpeningPrice);
        json.WriteNumber("penalties_m2", flip.Penalties);
        json.WriteNumber("outline_change_m", flip.OutlineChangeM);
        WriteParcels(json, "flipped_together", flip.Parcels, city);
        json.WriteStartArray("limits");
        foreach (var limit in flip.Limits)
        {
            json.WriteStartObject();
            json.WriteString("limit", limit.Limit);
            json.WriteText(limit.Title);
            json.WriteNumber("before", limit.Before);
            json.WriteNumber("after", limit.After);
            json.WriteNumber("bound", limit.Bound);
            json.WriteString("unit", limit.Unit);
            json.WriteBoolean("is_broken", limit.IsBroken);
            json.WriteBoolean("is_soft", limit.IsSoft);
            json.WriteString("citation", limit.Citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cut_off");
        foreach (var part in flip.CutOff)
        {
            json.WriteStartObject();
            WriteParcels(json, "parcels", part, city);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("verdicts");
        foreach (var verdict in flip.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("rule", verdict.Rule.Id);
            json.WriteText(new ReasonText(verdict.Rule.Title, verdict.Rule.TitleChinese));
            json.WriteString("before", VerdictText.Wire(verdict.Before));
            json.WriteString("after", VerdictText.Wire(verdict.After));
            json.WriteOptional("measured_before", verdict.Before?.Measured.Value);
            json.WriteOptional("measured_after", verdict.After?.Measured.Value);
            json.WriteOptional("bound", verdict.After?.Limit ?? verdict.Before?.Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParcels(Utf8JsonWriter json, string name, IReadOnlyList<int> parcels, City city)
    {
        json.WriteStartArray(name);
        foreach (var id in parcels.Select(parcel => city.Parcels.Ids[parcel]).Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    internal static void WriteText(this Utf8JsonWriter json, ReasonText text)
    {
        json.WriteString("text", text.Text);
        json.WriteString("text_chinese", text.TextChinese);
    }
}
